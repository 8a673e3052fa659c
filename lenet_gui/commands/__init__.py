"""The command line's commands, one a file; each imports only what it needs."""
