"""What the YAML says: positions, dates, model, loading and checks. Imports nothing from the other stages."""
