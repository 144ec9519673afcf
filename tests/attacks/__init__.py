"""What somebody may do to a record, its files and its server by mistake or on purpose, and what has to hold then.

The tests are the short form. `make attack` is the long one, which writes what it found into docs/robustness.md.
"""
