"""Training in PyTorch: the extra that makes weights. Nothing else imports it."""
