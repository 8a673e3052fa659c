"""Why the network reads one digit and not another: the parts of the lens, each of them a sum."""
