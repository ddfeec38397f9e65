"""The built site on a server that compresses, in Debian's or anyone's Chromium."""

import gzip
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from building import Built
from derivlearn_site.publish import browser as in_browser
from needs import QUIET, REQUIRED, WEB, chromium, lacking
from tests.built.browser.block import SLUG, Block
from tests.built.conftest import BOOK, made_once

# `tests/built/test_browser_tests.py` says so, once.
collect_ignore_glob = ["test_*.py"] if lacking() and not REQUIRED else []

COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml"}
# Under this folder, as on the page that the book is published to.
BASE = "/derivlearn/"


@lru_cache(maxsize=256)
def compressed(body: bytes) -> bytes:
    """Compress what every page asks for once."""
    return gzip.compress(body, mtime=0)


class Handler(SimpleHTTPRequestHandler):
    """Serves the site as GitHub Pages does: compressed, with its own 404."""

    site: Path
    change: Callable[[Path, bytes], bytes] | None = None

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve a file of the site."""
        path = self.path.split("?")[0]
        file = self.site / path.removeprefix(BASE)
        if path.endswith("/"):
            file /= "index.html"
        found = path.startswith(BASE) and file.is_file()
        if not found:
            file = self.site / "404.html"
        body = file.read_bytes()
        if change := type(self).change:
            body = change(file, body)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(file))
        if file.suffix in COMPRESSED:
            body = compressed(body)
            self.send_header("Content-Encoding", "gzip")
        if "/assets/python/" in path:
            self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(
            BrokenPipeError, ConnectionResetError
        ):  # the page was left before it had everything
            self.wfile.write(body)


@contextmanager
def served(
    site: Path, change: Callable[[Path, bytes], bytes] | None = None
) -> Iterator[str]:
    """Serve a site, each file as `change` makes it, and give its address."""
    handler = type("Site", (Handler,), {"site": site, "change": change})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """The address of the built site."""
    with served(built.site) as address:
        yield address


@pytest.fixture(scope="session")
def with_python(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site with a Python for its readers' browsers in it."""

    def make(root: Path) -> None:
        shutil.copytree(built.site, root / "site")
        in_browser.vendor(BOOK, root / "site", packages=False)

    return made_once(tmp_path_factory, "vendored", make) / "site"


@pytest.fixture(scope="session")
def vendored(with_python: Path) -> Iterator[str]:
    """Its address."""
    with served(with_python) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that is installed on this machine."""
    program = chromium()
    assert program is not None
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    path = WEB / "node_modules/axe-core/axe.min.js"
    return path.read_text(encoding="utf-8")


class Visit:
    """A page in a browser, and all that it asked for and complained of."""

    def __init__(self, page: Page, address: str) -> None:
        """Listen to a page."""
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.bytes: dict[str, int] = {}
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        # The page and its workers; `page.on("response")` would not tell the size.
        cdp = page.context.new_cdp_session(page)
        cdp.send("Network.enable")
        self._urls: dict[str, str] = {}
        cdp.on("Network.responseReceived", self._on_response)
        cdp.on("Network.loadingFinished", self._on_finished)

    def _on_console(self, message: object) -> None:
        kind = getattr(message, "type", "")
        if kind in {"error", "warning"}:
            self.complaints.append(str(getattr(message, "text", "")))

    def _on_response(self, event: dict[str, dict[str, str]]) -> None:
        self._urls[str(event["requestId"])] = event["response"]["url"]

    def _on_finished(self, event: dict[str, float]) -> None:
        url = self._urls.get(str(event["requestId"]), "")
        self.bytes[url] = int(event["encodedDataLength"])

    def open(self, path: str) -> "Visit":
        """Open a page of the site and wait until it is quiet."""
        self.page.goto(self.address + path, wait_until="networkidle")
        return self

    def has_asked_for(self, name: str) -> bool:
        """Tell whether a file of this name was requested."""
        return any(url.split("?")[0].endswith(f"/{name}") for url in self.requests)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Open pages, each in a profile of its own."""
    contexts = []

    def visit(path: str, **options: object) -> Visit:
        context = browser.new_context(**{"locale": "ja-JP", **options})  # type: ignore[arg-type]
        contexts.append(context)
        return Visit(context.new_page(), address).open(path)

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def slug() -> str:
    """The chapter on the derivative, unless a module of tests takes another one."""
    return SLUG


@pytest.fixture
def page(browser: Browser, vendored: str, slug: str) -> Iterator[Page]:
    """An English chapter, in a profile of its own."""
    # No route would see what a service worker answers.
    context = browser.new_context(locale="en-GB", service_workers="block")
    page = context.new_page()
    page.goto(f"{vendored}en/{slug}/")
    yield page
    context.close()


@pytest.fixture
def block(page: Page) -> Block:
    """The first block of that chapter."""
    return Block(page, 1)
