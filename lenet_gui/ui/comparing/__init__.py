"""Two readings side by side: what is pinned, and all that shows how the two differ."""
