"""What the network looks like, as colours, places and vectors; no Qt needed."""
