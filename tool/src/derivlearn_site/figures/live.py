"""Figures that a reader can take hold of: what a page says for one, and its numbers.

A picture whose module has a `LIVE` can be taken hold of where there is a script. The
script moves the parts that `draw` has named (`data-part`); everything else of the
picture stays as it was drawn.

- `LIVE`: the texts that only the live figure shows, each with what it says and which
  values it holds, as `{x}`.
- `data()`: what the script starts from, computed with the book's package: the settings
  that the reader can choose, and the numbers that it does not compute itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from types import ModuleType

from derivlearn_site.base.errors import Message, MistakeError


@dataclass(frozen=True)
class Text:
    """A text of a live figure: what it says, and the values that it holds."""

    says: Message
    values: tuple[str, ...] = ()


# Every live figure has it: it is shown only where the figure can be taken hold of.
_INVITE = {"invite": Text(Message("what the reader may try with the figure"))}


def texts_of(figure: ModuleType) -> Mapping[str, Text]:
    """Return the texts of a live figure; a picture that only stands has none."""
    texts: Mapping[str, Text] = getattr(figure, "LIVE", {})
    return {**_INVITE, **texts} if texts else {}


def check(name: str, figure: ModuleType, given: Mapping[str, str]) -> None:
    """Look whether each text holds its values.

    Raises:
        MistakeError: A value is missing or unknown, or a brace stands alone.
    """
    for key, text in texts_of(figure).items():
        try:
            found = {each for _, each, *_ in Formatter().parse(given[key])} - {None}
        except ValueError:
            found = {"{"}
        if found != set(text.values):
            message = Message(
                "figure '{name}', label '{key}': in braces stand {wanted}, and nothing "
                "else",
                name=name,
                key=key,
                wanted=" ".join(f"{{{value}}}" for value in text.values) or "{}",
            )
            raise MistakeError(message)
