"""Drawings as strokes, and the geometry that changes them, without pixels."""
