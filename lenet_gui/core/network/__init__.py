"""LeNet-5: layers, weights, forward pass and single units, independent of drawings."""
