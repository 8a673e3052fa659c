"""Pictures of the network and of its training, and reports that show them, without Qt."""
