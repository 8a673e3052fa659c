"""Opens, saves, copies, pastes and exports; core and media know the formats."""
