"""The pictures of a book: SVG that the build draws from what its package computes.

They lie in the book's folder `figures/`, each in a folder of its own, named after it:
`secant-slope` is `figures/secant_slope/`. Its `drawing.py` holds

- `LABELS`: the texts that the page gives, in its language, and what each one says, as
  a message,
- `draw(labels)`: the picture itself,
- if a reader can take hold of it, `LIVE` and `data`, which `live` describes.

The script of a live one is `script.ts`; what both of them use is in `constants.json`.

What several pictures share lies in `figures/shared/`. A picture takes its colours from
the style sheet and its font from the page.

A picture is drawn once for the same texts, and its data are computed once, until
`forget`: in a build, the page, its notebooks and its scripts all ask for them.
"""

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from derivlearn_site.base.errors import Message, MistakeError, failed
from derivlearn_site.base.settings import Settings
from derivlearn_site.figures import live, svg

PACKAGE = "figures"
_DRAWING = "drawing"
# What each picture has, whatever it shows.
_COMMON = ("figure", "alt", "caption")


def names(book: Settings) -> list[str]:
    """Return the name of every picture."""
    return [*_names(book.root)]


def labels_of(book: Settings, name: str) -> dict[str, Message]:
    """Return the labels of a picture, each with what it says.

    Raises:
        MistakeError: There is no such picture.
    """
    return dict(_figure(book.root, name).LABELS)


def draw(book: Settings, name: str, texts: Mapping[str, str]) -> str:
    """Return a picture as one `<svg>` element without empty lines.

    Args:
        book: The settings of the book.
        name: The picture's name.
        texts: `alt`, and all the picture's labels; `figure` and `caption` may be there.

    Raises:
        MistakeError: There is no such picture, or a text is missing, empty or unknown.
    """
    return _drawn(book.root, name, tuple(sorted(texts.items())))


def html(book: Settings, texts: Mapping[str, str]) -> str:
    """Return a picture with its caption, as HTML without empty lines.

    Args:
        book: The settings of the book.
        texts: What the page's fence says: `figure`, `alt`, `caption` and the labels.

    Raises:
        MistakeError: There is no such picture, or a text is missing, empty or unknown.
    """
    for key in _COMMON:
        if not texts.get(key):
            raise MistakeError(Message("a figure needs '{key}'", key=key))
    name = texts["figure"]
    alive = " data-live" if live.texts_of(_figure(book.root, name)) else ""
    return "\n".join(
        (
            f'<figure class="dl-figure" id="figure-{svg.escape(name)}"{alive}>',
            draw(book, name, texts),
            f"<figcaption>{svg.escape(texts['caption'])}</figcaption>",
            "</figure>",
        )
    )


def script_data(book: Settings, texts: Mapping[str, str]) -> dict[str, Any] | None:
    """Return what the script of a figure is given, if the figure has one.

    All pages that show the figure are given the same data: nobody may change them.

    Args:
        book: The settings of the book.
        texts: What the page's fence says, as `html` takes it.
    """
    name = texts["figure"]
    own = live.texts_of(_figure(book.root, name))
    if not own:
        return None
    return {"texts": {key: texts[key] for key in own}, "data": _data(book.root, name)}


def forget() -> None:
    """Let pictures be loaded anew: they, or what they compute with, have changed."""
    for kept in (_names, _drawn, _data):
        kept.cache_clear()
    _LOADED.clear()


@cache
def _names(root: Path) -> tuple[str, ...]:
    drawings = (root / PACKAGE).glob(f"*/{_DRAWING}.py")
    return tuple(sorted(path.parent.name.replace("_", "-") for path in drawings))


@cache
def _drawn(root: Path, name: str, texts: tuple[tuple[str, str], ...]) -> str:
    figure, said = _figure(root, name), dict(texts)
    _check(name, figure, said)
    picture: Callable[[Mapping[str, str]], svg.Picture] = figure.draw
    with _told(root, name):
        return picture(said).render(said["alt"])


@cache
def _data(root: Path, name: str) -> dict[str, Any]:
    figure = _figure(root, name)
    with _told(root, name):
        data: dict[str, Any] = figure.data()
        return data


@contextmanager
def _told(root: Path, name: str) -> Iterator[None]:
    """Tell what goes wrong in a picture, or in what it computes with, with its line."""
    try:
        yield
    except Exception as error:
        raise failed(error, root, _drawing_of(root, name)) from error


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


def _figure(root: Path, name: str) -> ModuleType:
    known = _names(root)
    if name not in known:
        message = Message(
            "there is no figure '{name}'; there are {known}",
            name=name,
            known=", ".join(known),
        )
        raise MistakeError(message)
    folder = _drawing_of(root, name).parent.name
    with _told(root, name), _opened(root / PACKAGE):
        return importlib.import_module(f"{PACKAGE}.{folder}.{_DRAWING}")


def _drawing_of(root: Path, name: str) -> Path:
    return root / PACKAGE / name.replace("-", "_") / f"{_DRAWING}.py"


# What has been loaded of the folder of each book.
_LOADED: dict[Path, dict[str, ModuleType]] = {}


@contextmanager
def _opened(folder: Path) -> Iterator[None]:
    """Let `figures` be the package in a folder while something of it is imported.

    It need not be on the path, and whoever has another package of that name keeps it.
    """
    others = _taken()
    sys.modules.update(_LOADED.get(folder, {}))
    try:
        if PACKAGE not in sys.modules:
            _load(folder)
        yield
    finally:
        _LOADED[folder] = _taken()
        sys.modules.update(others)


def _taken() -> dict[str, ModuleType]:
    """Take the package out of what has been imported, and return its modules."""
    names = [name for name in sys.modules if name.partition(".")[0] == PACKAGE]
    return {name: sys.modules.pop(name) for name in names}


def _load(folder: Path) -> None:
    init = folder / "__init__.py"
    spec = spec_from_file_location(
        PACKAGE, init, submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(str(init))
    package = module_from_spec(spec)
    sys.modules[PACKAGE] = package
    spec.loader.exec_module(package)
