"""Fuzzers: every reader of files, and the command line, fed with what nobody meant to write.

`python -m tests.fuzz` runs them; docs/fuzzing.md has the figures, SECURITY.md what they hold to.
"""
