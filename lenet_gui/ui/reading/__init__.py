"""The reading: reader, verdict, bars, chart and replay; layers are elsewhere."""
