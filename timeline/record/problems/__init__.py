"""What can be wrong with a record: a problem at its place, the codes, and how others read them."""
