"""What one holds in the hand: a tool a file, all of the shape of `tool.Tool`."""
