"""Writing a record's files: the canonical form, and new events at their place."""
