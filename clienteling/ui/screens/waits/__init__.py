"""What waits: what is not shared yet and why, what fitted by itself, what was settled."""
