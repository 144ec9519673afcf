"""The page as HTML: served, as one file, as a static site."""
