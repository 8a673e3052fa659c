"""From ink of any size to the network's 32×32 input; the network is not here."""
