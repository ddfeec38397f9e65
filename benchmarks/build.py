"""How long the book takes to build and to serve, beside bare Material.

    python benchmarks/build.py [--rounds 3]

A copy of the book is built cold (nothing kept of an earlier build: all snippets run,
notebooks executed) and warm, in turn with bare Material, once for each language, on the
same Markdown. Then it is served, cold and warm; a page is changed, and a snippet, and
the time is taken until the change is on screen. What is printed are the medians, in
seconds, and each as a ratio to bare Material in the same run.
"""

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import yaml

from derivlearn_site.base import settings

ROOT = Path(__file__).parents[1]
FOLDERS = ("docs", "snippets", "figures", "src", "tool/src")
LANGUAGES = ("ja", "en")
PAGE, SNIPPET = "en/linear.md", "linear/line.py"
PATIENCE = 120
# Those of the book, but without its listings.
EXTENSIONS = [
    "pymdownx.superfences" if "pymdownx.superfences" in each else each
    for each in settings.load(ROOT).config["markdown_extensions"]
]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        root = copy(Path(folder))
        times: dict[str, list[float]] = {}
        for _ in range(rounds):
            shutil.rmtree(root / ".cache", ignore_errors=True)
            record(times, "cold build", lambda: mkdocs(root, "build", "--strict"))
            record(times, "bare Material", lambda: bare(root))
            record(times, "warm build", lambda: mkdocs(root, "build", "--strict"))
            shutil.rmtree(root / ".cache", ignore_errors=True)
            serve(root, times, "cold")
            serve(root, times, "warm")
    base = statistics.median(times["bare Material"])
    for name, found in times.items():
        median = statistics.median(found)
        print(f"{name:24} {median:6.1f} s {median / base:6.2f}")


def record(
    times: dict[str, list[float]], name: str, measured: Callable[[], object]
) -> None:
    """Add how long something takes."""
    begun = time.perf_counter()
    measured()
    times.setdefault(name, []).append(time.perf_counter() - begun)


def copy(root: Path) -> Path:
    """Copy all that a build reads, and lay bare configurations beside it."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, root / folder, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for language in LANGUAGES:
        bare = {
            "site_name": "bare",
            "docs_dir": f"docs/{language}",
            "site_dir": f"bare/{language}",
            "theme": {"name": "material", "font": False, "language": language},
            "plugins": ["search"],
            "markdown_extensions": EXTENSIONS,
        }
        path = root / f"bare-{language}.yml"
        path.write_text(yaml.safe_dump(bare), encoding="utf-8")
    return root


def environment(root: Path) -> dict[str, str]:
    """Let a process use the code of the copy."""
    paths = os.pathsep.join([str(root / "src"), str(root / "tool/src")])
    return {**os.environ, "PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1"}


def mkdocs(root: Path, *words: str) -> None:
    """Run MkDocs to its end."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", *words, "--quiet"],
        cwd=root,
        env=environment(root),
        check=True,
        capture_output=True,
    )


def bare(root: Path) -> None:
    """Build each language with bare Material."""
    for language in LANGUAGES:
        mkdocs(root, "build", "-f", f"bare-{language}.yml")


def serve(root: Path, times: dict[str, list[float]], state: str) -> None:
    """Serve the book, and measure until it is there and until changes are seen."""
    begun = time.perf_counter()
    with serving(root) as address:
        wait(address + "en/linear/", "")
        seconds = time.perf_counter() - begun
        times.setdefault(f"serving, {state}", []).append(seconds)
        if state == "warm":
            change(root / "docs" / PAGE, address, times, "a changed page")
            change(root / "snippets" / SNIPPET, address, times, "a changed snippet")


def change(path: Path, address: str, times: dict[str, list[float]], name: str) -> None:
    """Change a file, measure until its page shows it, and put it back."""
    page = address + "en/linear/"
    text = path.read_text(encoding="utf-8")
    mark = f"changed{time.time_ns()}"
    path.write_text(changed(text, mark, path.suffix), encoding="utf-8")
    record(times, name, lambda: wait(page, mark))
    path.write_text(text, encoding="utf-8")
    wait(page, mark, gone=True)


def changed(text: str, mark: str, suffix: str) -> str:
    """Return a page, or a snippet, with a mark that its page shows."""
    if suffix == ".md":
        return f"{text}\n{mark}\n"
    end = re.search(r"^# --8<-- \[end:", text, re.MULTILINE)
    assert end is not None
    return f"{text[: end.start()]}# {mark}\n{text[end.start() :]}"


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """Run `mkdocs serve` and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["serve", "--dev-addr", f"127.0.0.1:{port}", "--quiet"]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", *words],
        cwd=root,
        env=environment(root),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/derivlearn/"
    finally:
        process.terminate()
        process.wait()


def wait(address: str, mark: str, *, gone: bool = False) -> None:
    """Wait until a page is there and holds a mark, or holds it no longer."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        with suppress(OSError), urllib.request.urlopen(address) as answer:
            if (mark in answer.read().decode()) != gone:
                return
        time.sleep(0.02)
    raise TimeoutError(address)


if __name__ == "__main__":
    main()
