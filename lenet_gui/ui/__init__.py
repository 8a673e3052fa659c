"""The window, in Qt Widgets: one visible thing a file."""
