"""What the site carries for its scripts: to run blocks, and to make figures live.

`runner/python.json` says where Python comes from: from its makers' address, or, after
`vendor`, from a copy in the site itself, with which the site asks nobody else for
anything. A zip beside it holds the book's package, packed from its one source.
"""

import hashlib
import io
import json
import shutil
import subprocess
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from derivlearn_site.base.errors import Message, SourceError
from derivlearn_site.base.kept import digest_of
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import instant, runner
from derivlearn_site.code.snippet import text_of
from derivlearn_site.figures import gallery
from derivlearn_site.pages import cells, stepped
from derivlearn_site.pages.cells import Cell
from derivlearn_site.pages.page import Block, Page, figure_of
from derivlearn_site.publish.staging import key

# The scripts and the style of the book, below `docs/`, as `npm run build` makes them.
BUILT = "assets/built"
WEB = Path(__file__).parents[1] / "web"
_TOOL = Path(__file__).parents[2]
_CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json")
_STDLIB = "python_stdlib.zip"
# The same files give the same zip, whenever it is packed.
_DATE = (1980, 1, 1, 0, 0, 0)


def blocks(page: Page, proofs: instant.Proofs) -> str:
    """Return the blocks of a page as the runner reads them, `blocks.json`."""
    return json.dumps(
        {
            block.id: {
                **shown(block)._asdict(),
                **({"check": block.check.source} if block.check else {}),
                **_own(block, page),
                **({"micropython": how} if (how := proofs.how(shown(block))) else {}),
            }
            for block in page.blocks
        }
        | {cell.id: _empty(cell)._asdict() for cell in cells.of(page)},
        ensure_ascii=False,
    )


def steps(page: Page) -> str:
    """Return the traces of a page's blocks, `steps.json`, or nothing."""
    traces = {block.id: stepped.trace(block) for block in page.blocks}
    known = {id_: trace for id_, trace in traces.items() if trace}
    if not known:
        return ""
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def shown(block: Block) -> instant.Shown:
    """Return a block as the runner runs it."""
    return instant.Shown(
        key(block),
        text_of(block.program.preamble),
        text_of(block.program.code),
        block.output,
    )


def _empty(cell: Cell) -> instant.Shown:
    return instant.Shown(cell.key, text_of(cell.program.preamble), "", cell.output)


def proofs(book: Settings) -> instant.Proofs:
    """Return what is proven of the blocks of a book, as it is now."""
    return instant.Proofs(book, book.docs / BUILT / "runner")


def _own(block: Block, page: Page) -> dict[str, Any]:
    """Say where a block stands on the answer to an exercise of its page.

    A reader who has answered it in their own way goes on with their own program.
    """
    before = text_of(block.program.preamble)
    for exercise in page.blocks:
        if exercise.check and exercise.snippet == block.snippet:
            answer = text_of(block.snippet.quiet("answer"))
            start = before.find(answer)
            if start >= 0:
                end = start + len(answer)
                return {"own": {"key": key(exercise), "from": start, "to": end}}
    return {}


def figures(page: Page, texts: Mapping[str, str]) -> str:
    """Return what the scripts of a page's figures need, `figures.json`, or nothing.

    Args:
        page: A page without problems.
        texts: What the figures of every page say, in the language of the site.
    """
    fences = [fence for fence in page.fences if fence.info == "figure"]
    given = {
        said["figure"]: data
        for said in (figure_of(page, fence) for fence in fences)
        if (data := gallery.script_data(page.settings, said))
    }
    if not given:
        return ""
    return json.dumps({"texts": dict(texts), "figures": given}, ensure_ascii=False)


def archive(book: Settings) -> bytes:
    """Return the book's package, the runner, and what it loads for steps, as a zip."""
    src = book.root / "src"
    held = (src / book.package).rglob("*") if book.package else ()
    files = {path.relative_to(src): path for path in held if _is_part(path)}
    files[Path("runner.py")] = Path(runner.__file__)
    files |= {path.relative_to(_TOOL): path for path in _tracing()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as into:
        for name in sorted(files):
            info = zipfile.ZipInfo(name.as_posix(), _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            into.writestr(info, files[name].read_bytes())
    return packed.getvalue()


def _tracing() -> Iterable[Path]:
    """Return the modules that run a program line by line, with their packages."""
    code = Path(runner.__file__).parent
    names = ("__init__", "lines", "showing", "trace", "tracing")
    return [code.with_name("__init__.py"), *(code / f"{name}.py" for name in names)]


def _is_part(path: Path) -> bool:
    """Whether a file of a package is a module, or what a module may read."""
    return path.is_file() and path.suffix not in {".pyc", ".typed"}


def published(book: Settings) -> str:
    """Return the folder of a site that scripts and style are published in.

    It is named after what they hold, so that no reader's page loads some files of one
    state and some of another, whatever their browser has kept. What their Pythons run
    belongs to it.
    """
    folder = book.docs / BUILT
    held = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [path.relative_to(folder).as_posix() for path in held]
    pythons = archive(book), instant.files(book)
    return f"assets/{digest_of([*names, *held, *pythons])[:12]}"


def write(book: Settings, scripts: Path) -> None:
    """Write what the runner loads into the folder that a site has its scripts in."""
    folder = scripts / "runner"
    folder.mkdir(parents=True, exist_ok=True)
    packed, name = archive(book), f"{book.package or 'book'}.zip"
    (folder / name).write_bytes(packed)
    python = book.python
    source = {
        "version": python["version"],
        "core": python["address"],
        "packages": python["address"],
        "bytes": python["bytes"],
        "archive": name,
        "package": book.package,
        "modules": book.packages,
    }
    _write_json(folder / "python.json", source)
    _write_json(folder / "library.json", instant.files(book))


def write_texts(site: Path, texts: Mapping[str, str]) -> None:
    """Write what the runner says in a language into that language's site."""
    text = json.dumps(dict(texts), ensure_ascii=False)
    (site / "runner.json").write_text(text, encoding="utf-8")


def vendor(book: Settings, site: Path, *, packages: bool = True) -> None:
    """Put a whole Python into a built site.

    The core is that of the npm package at the version that is locked; its standard
    library is compiled, so that it starts sooner. Each package is fetched from the
    address of the settings and held against the sha256 of Pyodide's own lock file.

    Args:
        book: The settings; `python` names version and address.
        site: The built site.
        packages: Whether to fetch the packages of the settings, too. Without them,
            blocks that need them say that they are missing.

    Raises:
        SourceError: The site is not built, the npm package is missing or of another
            version, or a package cannot be fetched or is not the one that is locked.

    """
    config = site / published(book) / "runner/python.json"
    if not config.is_file():
        message = Message("is not there; run `mkdocs build` first")
        raise SourceError(config, 1, message)
    npm = WEB / "node_modules" / "pyodide"
    version = book.python["version"]
    described = npm / "package.json"
    if not described.is_file():
        message = Message("is not there; run `npm ci --prefix {folder}`", folder=WEB)
        raise SourceError(described, 1, message)
    found = json.loads(described.read_text(encoding="utf-8"))["version"]
    if found != version:
        message = Message(
            "is version {found}, but mkdocs.yml wants {version}; lock that one",
            found=found,
            version=version,
        )
        raise SourceError(described, 1, message)
    into = site / "assets" / "python" / version
    into.mkdir(parents=True, exist_ok=True)
    for name in _CORE:
        shutil.copyfile(npm / name, into / name)
    _compile_stdlib(into / _STDLIB)
    if packages:
        _fetch_packages(book, into)
    source = json.loads(config.read_text(encoding="utf-8"))
    address = f"../../python/{version}/"
    read = (into / "pyodide.asm.wasm", into / _STDLIB, into / "pyodide-lock.json")
    source |= {
        "core": address,
        "packages": address,
        "bytes": sum(path.stat().st_size for path in read),
    }
    _write_json(config, source)


def _compile_stdlib(path: Path) -> None:
    """Write the standard library with those modules compiled that a start imports."""
    done = subprocess.run(  # noqa: S603
        ["node", str(WEB / "compile_stdlib.mjs"), str(path)],  # noqa: S607
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        message = Message("could not be compiled; what Node says is below")
        raise SourceError(path, 1, message, done.stderr)


def _fetch_packages(book: Settings, into: Path) -> None:
    lock: dict[str, Any] = json.loads(
        (into / "pyodide-lock.json").read_text(encoding="utf-8")
    )
    for name in _with_needs(lock["packages"], book.packages.values()):
        package = lock["packages"][name]
        url = f"{book.python['address']}{package['file_name']}"
        try:
            with urllib.request.urlopen(url) as answer:  # noqa: S310
                wheel = answer.read()
        except (urllib.error.URLError, OSError) as error:
            message = Message(
                "could not be fetched from {url}: {error}", url=url, error=error
            )
            raise SourceError(into / package["file_name"], 1, message) from error
        digest = hashlib.sha256(wheel).hexdigest()
        if digest != package["sha256"]:
            message = Message(
                "is not the file that Pyodide's lock names: {url} has sha256 {found}, "
                "the lock {locked}; nothing of it is kept",
                url=url,
                found=digest,
                locked=package["sha256"],
            )
            raise SourceError(into / package["file_name"], 1, message)
        (into / package["file_name"]).write_bytes(wheel)


def _with_needs(packages: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """Return the names with those of all that they depend on."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += packages[name]["depends"]
    return sorted(found)


def _write_json(path: Path, value: object) -> None:
    path.write_text(f"{json.dumps(value, indent=2)}\n", encoding="utf-8")
