"""Handwriting drawn by the program: digits in many hands, and what is no digit."""
