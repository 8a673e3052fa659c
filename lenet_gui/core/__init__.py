"""From strokes to a reading, in NumPy alone: no Qt and no PyTorch in here."""
