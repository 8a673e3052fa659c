"""The page being drawn, its history, its file and its session, without widgets."""
