"""The lenses on the network, of which the right column shows one at a time."""
