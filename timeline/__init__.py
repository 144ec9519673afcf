"""An interactive timeline that shows how we know: events made of claims, each in a passage of a source."""

__version__ = "0.1.0"
