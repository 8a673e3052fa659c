"""Fuzzers: invalid input for every file reader and the command line.

Run them with `python -m tests.fuzz`. docs/fuzzing.md has the figures, SECURITY.md the guarantees.
"""
