"""Read, browse, collect and evaluate labelled digits; training is elsewhere."""
