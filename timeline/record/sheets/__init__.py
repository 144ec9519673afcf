"""A record as tables, both ways: which sheets and columns there are, what stands in their cells, and back into YAML."""
