"""Proving the citations against the seed documents."""
