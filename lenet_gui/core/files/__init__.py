"""Reading and writing files: whole, locked and within limits, in no particular format."""
