"""Lessons on paper: an A4 handout for pupils and one for the teacher, and the page that lists them."""
