"""From the bytes of a YAML file to validated values, each with its line and column."""
