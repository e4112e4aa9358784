"""Settings: me, this till, house, keys, data and backup."""
