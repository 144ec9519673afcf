"""The rules of a record, a module for each group; `timeline/record/check.py` registers and runs them."""
