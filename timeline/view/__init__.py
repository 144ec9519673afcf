"""What is seen: words, the figure, the page's layout and its callbacks."""
