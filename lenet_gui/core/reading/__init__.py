"""From a drawing or a picture to a verdict; training and measuring are elsewhere."""
