"""Which events: the operator table, the specification of a view and its URL form, the frame, the counts, the objects.

`matching_events` answers for everything that leaves in Python: one frame per record, one engine on it (`search`).
Imports nothing from view, publish or the server. The browser's twin is `assets/src/model/query.js`; the
vectors in `tests/vectors/` run against both.
"""
