"""The network learns: recipes, losses, a trainer in NumPy, and the digits it learns from."""
