"""The tools, one per file; each implements `tool.Tool`."""
