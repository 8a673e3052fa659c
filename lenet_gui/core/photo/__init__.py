"""From a picture's pixels to its ink, independent of files, framing and the network."""
