"""Faults: kill, stop and mislead the real program, deny it files, and check its drawing.

`python -m tests.faults` tries them all; docs/faults.md has the results.
"""
