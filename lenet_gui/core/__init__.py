"""From strokes to a reading, in NumPy alone, without Qt or PyTorch."""
