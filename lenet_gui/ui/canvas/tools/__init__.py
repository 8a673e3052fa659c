"""The tools, one a file; each implements `tool.Tool`."""
