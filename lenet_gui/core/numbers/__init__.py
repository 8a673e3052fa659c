"""Several digits at once: where ink is cut into digits, and the number that they make."""
