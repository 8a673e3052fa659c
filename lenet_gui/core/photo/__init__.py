"""From a picture's pixels to its ink; no files, no framing and no network are here."""
