"""The command line's commands, one per file; each imports only what it needs."""
