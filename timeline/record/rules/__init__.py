"""The rules of a record, a module for each group; `timeline/record/rules/check.py` registers and runs them."""
