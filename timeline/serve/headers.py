"""The headers that every answer carries, whoever makes it: the application, live editing, or the server itself."""

from __future__ import annotations

STRICT = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # The page may be framed, its data read and its files loaded by any site: they are public, and the same for all.
    "Cross-Origin-Resource-Policy": "cross-origin",
}
POLICY = "Content-Security-Policy"
# Of an answer that is no page: nothing in it is run, loaded or framed.
BARE = {POLICY: "default-src 'none'; frame-ancestors 'none'", **STRICT}
