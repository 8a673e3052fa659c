"""The contents of saved readings and sessions, checked on opening; callers choose the folders."""
