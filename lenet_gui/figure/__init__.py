"""Pictures of the network as colours, places and vectors, without Qt."""
