"""How far two curators' records of the same documents agree: claims on the same passage, side by side."""
