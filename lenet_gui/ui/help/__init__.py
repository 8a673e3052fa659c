"""The tour, the shortcuts, the examples, hints and About."""
