"""The pictures of the book: SVG that the build draws from what `derivlearn` computes.

One module per picture, named after it: `slope-and-derivative` is drawn by
`slope_and_derivative.py`. Each module holds

- `LABELS`: the texts that the page gives, in its language, and what each one says, as
  a message,
- `draw(labels)`: the picture itself,
- if a reader can take hold of it, `LIVE` and `data`, which `live` describes.

Everything else in this folder is the toolkit: `svg` (elements and text), `axes`
(scales, curves, marks), `neurons` (networks), `book` (the numbers of the book's own
network), `trace` (a network's computations, written out in digits). A picture takes its
colours from the style sheet and its font from the page.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

from derivlearn_site.errors import Message, MistakeError
from derivlearn_site.figures import live, svg

# What each picture has, whatever it shows.
_COMMON = ("figure", "alt", "caption")


def names() -> list[str]:
    """Return the name of every picture."""
    modules = [module.name for module in pkgutil.iter_modules(__path__)]
    return [name.replace("_", "-") for name in modules if _is_figure(_module(name))]


def labels_of(name: str) -> dict[str, Message]:
    """Return the labels of a picture, each with what it says.

    Raises:
        MistakeError: There is no such picture.
    """
    return dict(_figure(name).LABELS)


def draw(name: str, texts: Mapping[str, str]) -> str:
    """Return a picture as one `<svg>` element without empty lines.

    Args:
        name: The picture's name.
        texts: `alt`, and all the picture's labels; `figure` and `caption` may be there.

    Raises:
        MistakeError: There is no such picture, or a text is missing, empty or unknown.
    """
    figure = _figure(name)
    _check(name, figure, texts)
    picture: Callable[[Mapping[str, str]], svg.Picture] = figure.draw
    try:
        return picture(texts).render(texts["alt"])
    except ValueError as error:
        message = Message(
            "figure '{name}' cannot be drawn: {error}", name=name, error=error
        )
        raise MistakeError(message) from error


def html(texts: Mapping[str, str]) -> str:
    """Return a picture with its caption, as HTML without empty lines.

    Args:
        texts: What the page's fence says: `figure`, `alt`, `caption` and the labels.

    Raises:
        MistakeError: There is no such picture, or a text is missing, empty or unknown.
    """
    for key in _COMMON:
        if not texts.get(key):
            raise MistakeError(Message("a figure needs '{key}'", key=key))
    name = texts["figure"]
    alive = " data-live" if live.texts_of(_figure(name)) else ""
    return "\n".join(
        (
            f'<figure class="dl-figure" id="figure-{svg.escape(name)}"{alive}>',
            draw(name, texts),
            f"<figcaption>{svg.escape(texts['caption'])}</figcaption>",
            "</figure>",
        )
    )


def script_data(texts: Mapping[str, str]) -> dict[str, Any] | None:
    """Return what the script of a figure is given, if the figure has one.

    Args:
        texts: What the page's fence says, as `html` takes it.
    """
    figure = _figure(texts["figure"])
    return live.script_data(figure, texts) if live.texts_of(figure) else None


def _check(name: str, figure: ModuleType, texts: Mapping[str, str]) -> None:
    says = {
        "alt": Message("what the picture shows, in words"),
        **figure.LABELS,
        **{key: text.says for key, text in live.texts_of(figure).items()},
    }
    for key, meaning in says.items():
        if not texts.get(key, "").strip():
            message = Message(
                "figure '{name}' needs the label '{key}': {meaning}",
                name=name,
                key=key,
                meaning=meaning,
            )
            raise MistakeError(message)
    known = [key for key in says if key not in _COMMON]
    unknown = [key for key in texts if key not in (*known, *_COMMON)]
    if unknown:
        message = Message(
            "figure '{name}' has no label '{key}'; it has {known}",
            name=name,
            key=unknown[0],
            known=", ".join(known),
        )
        raise MistakeError(message)
    live.check(name, figure, texts)


def _figure(name: str) -> ModuleType:
    if name not in names():
        message = Message(
            "there is no figure '{name}'; there are {known}",
            name=name,
            known=", ".join(names()),
        )
        raise MistakeError(message)
    return _module(name.replace("-", "_"))


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{name}")


def _is_figure(module: ModuleType) -> bool:
    return hasattr(module, "LABELS")
