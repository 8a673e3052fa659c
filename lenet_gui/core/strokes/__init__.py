"""Drawings as strokes, and the geometry that changes them; no pixels are here."""
