"""What all parts of the window share: looks, language, settings; nothing about digits."""
