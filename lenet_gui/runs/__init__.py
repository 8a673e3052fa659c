"""Training from the command line: a run's folder, its epochs, what is measured, its report.

Everything that needs no PyTorch, and so all of the recipes `plain` and `reference`.
"""
