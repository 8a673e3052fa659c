"""Data sets and corrections, digit by digit; their file formats are in core."""
