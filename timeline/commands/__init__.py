"""The commands of the command line, one module each; `timeline/cli.py` puts them together."""
