"""What was read: reader, verdict, bars, chart and replay; no layers are here."""
