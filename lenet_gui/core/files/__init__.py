"""How files are read and written: whole, locked and within limits; no file format is here."""
