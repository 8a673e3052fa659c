"""One unit, map or layer taken apart; the overview of all layers is in maps."""
