"""The encrypted book on disk: engine, units of work, search, keys, backups, migrations."""
