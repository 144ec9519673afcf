"""Whether the addresses that a record cites still lead to what it cites, and where copies of them are kept."""
