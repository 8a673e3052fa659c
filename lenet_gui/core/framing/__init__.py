"""From ink of any size to the network's 32×32 input, independent of the network."""
