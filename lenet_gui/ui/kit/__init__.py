"""What all parts of the window are made with: looks, language, settings; no digits are here."""
