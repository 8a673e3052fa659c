"""Training in PyTorch, for the extra `train`. No other package imports it."""
