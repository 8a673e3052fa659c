"""Labelled digits: opened, browsed, collected and measured; no training is here."""
