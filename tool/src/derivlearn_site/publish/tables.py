"""Tables: each in a named box that scrolls and that the keyboard can reach."""

from html import escape
from itertools import count
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

# It keeps Material's script from wrapping the table once more.
_TABLE = "dl-table__table"


class Tables(Treeprocessor):
    """Wraps the tables of a page; one without headings has no row for them."""

    def __init__(self, md: Markdown, label: str) -> None:
        """Take what a table is called in the page's language."""
        super().__init__(md)
        self.label = label

    def run(self, root: Element) -> None:
        """Wrap each table, in the order of the page."""
        numbers = count(1)
        for parent in list(root.iter()):
            for place, table in enumerate(list(parent)):
                if table.tag == "table":
                    _tidy(table)
                    name = f"{self.label} {next(numbers)}"
                    box = Element("div", _box(name))
                    box.tail, table.tail = table.tail, ""
                    box.append(table)
                    parent[place] = box


def boxed(table: str, label: str) -> str:
    """Return a table that is HTML already in the same box."""
    named = table.replace("<table", f'<table class="{_TABLE}"', 1)
    box = "".join(f' {name}="{escape(value)}"' for name, value in _box(label).items())
    return f"<div{box}>{named}</div>"


def _box(label: str) -> dict[str, str]:
    return {"class": "dl-table", "role": "group", "aria-label": label, "tabindex": "0"}


def _tidy(table: Element) -> None:
    table.attrib = {"class": _TABLE, **table.attrib}
    for cell in table.iter("th"):
        if not (cell.text or "").strip() and len(cell) == 0:
            cell.tag = "td"
    head = table.find("thead")
    if head is not None and table.find(".//th") is None:
        table.remove(head)
