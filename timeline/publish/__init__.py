"""What leaves the program: the JSON that the API, the command line and the exports share."""
