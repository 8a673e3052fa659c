"""Learning in the window: the run, its controls, and all that shows how the network learns."""
