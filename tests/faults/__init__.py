"""Faults: the real program killed, refused, stopped and misled, and what becomes of the drawing.

`python -m tests.faults` tries them all; docs/faults.md has what came of it.
"""
