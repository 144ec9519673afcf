"""The teachers' guide, from docs/ to pages beside the timeline."""
