"""QR codes as SVG that stands in the document itself."""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup


@lru_cache(maxsize=256)  # 27 ms each, and the same for pupils and teacher
def qr_code(address: str) -> Markup:
    """The address as a QR code: one `<svg>` without measures of its own, which the style sheet gives it.

    It reads where a seventh of it is soiled or creased (error correction M), or more where that makes it no finer.
    """
    code = segno.make(address, error="m", boost_error=True, micro=False)
    return Markup(code.svg_inline(omitsize=True, border=2, svgclass="qr", lineclass=None, title=address))
