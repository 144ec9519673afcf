"""How common styles cite the timeline."""
