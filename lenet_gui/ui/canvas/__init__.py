"""Where people draw: pointers, tools and ink on the screen; nothing here reads."""
