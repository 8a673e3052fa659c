"""What is kept of a reading or a session, checked when it is opened; no folders are here."""
