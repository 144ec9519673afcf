"""Mistakes that keep a text from being YAML: a module for each kind, in words for those who write records."""
