"""The window's frame: actions, menus, docks and status bar; nothing here draws or reads."""
