"""The tour, the shortcuts, the examples, hints and About; nothing here changes a drawing."""
