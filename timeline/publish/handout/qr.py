"""QR codes as SVG that stands in the document itself."""

from __future__ import annotations

import segno
from markupsafe import Markup


def qr_code(address: str) -> Markup:
    """The address as a QR code: one `<svg>` without measures of its own, which the style sheet gives it.

    A quarter of it may be soiled or creased and it still reads (error correction Q), where that makes it no finer.
    """
    code = segno.make(address, error="m", boost_error=True, micro=False)
    return Markup(code.svg_inline(omitsize=True, border=2, svgclass="qr", lineclass=None, title=address))
