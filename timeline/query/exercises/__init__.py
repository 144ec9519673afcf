"""Exercises made from the record: which events and claims are asked about, and what is right. Ids alone, no words.

A seed chooses, so that a class shares one exercise by its address. Nothing is asked that has two right answers. The
browser's twin is `assets/src/model/exercises/`; `tests/vectors/exercises.json` runs against both, and the view puts the
items into words (`timeline/view/exercises/`).
"""
