"""Lines to put in order, as readers meet them: folded, and in no order.

`web/src/asking/order` makes something to handle of them, once the fold is open. Which
exercise judges them, and what is said when they are right, is in `orders.json` beside
the page.
"""

import json
from html import escape

from derivlearn_site.base.texts import filled
from derivlearn_site.pages import orders
from derivlearn_site.pages.orders import Order
from derivlearn_site.pages.page import Page
from derivlearn_site.publish.asking import Writer
from derivlearn_site.publish.listings import highlighted

FILE = "orders.json"


def fold(order: Order, writer: Writer) -> str:
    """Return what stands on the page.

    Raises:
        SourceError: A formula in its text cannot be shown.
    """
    extra = filled(writer.strings["order_extra"], extra=len(order.extra))
    lines = "".join(map(_line, order.shuffled))
    return (
        f'<details class="dl-order" id="ask-{order.id}" data-key="{order.key}"'
        " data-search-exclude>"
        f"<summary>{escape(writer.strings['order'])}</summary>"
        f"<p>{writer.html(order, order.text)}<br>{escape(extra)}</p>"
        f'<div class="highlight">{lines}</div><p role="status"></p></details>'
    )


def beside(page: Page, writer: Writer) -> str:
    """Return all that the scripts have to know, `orders.json`, or nothing."""
    given = {
        order.id: {
            "block": order.block.id,
            "because": writer.html(order, order.because),
        }
        for order in orders.of(page)
    }
    if not given:
        return ""
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _line(text: str) -> str:
    """Return a line as its script finds it, with how many spaces it is indented."""
    code = text.lstrip()
    shown = highlighted(code, "python").rstrip()
    return f'<div style="--indent:{len(text) - len(code)}"><code>{shown}</code></div>'
