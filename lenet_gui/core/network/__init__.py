"""LeNet-5: layers, weights, forward pass and single units; no drawings are here."""
