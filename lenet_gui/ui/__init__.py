"""The window, in Qt Widgets: one visible thing per file."""
