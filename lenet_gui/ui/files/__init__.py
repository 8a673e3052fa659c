"""What comes in and goes out: open, save, paste, export; the formats are in core and media."""
