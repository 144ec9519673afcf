"""The web server: the app, live editing, and what it sends over the wire."""
