"""Chromium, Firefox and WebKit, as the system's packages bring them, without a screen.

Playwright would bring patched ones of its own. All are told the same commands of
WebDriver: Firefox by its own port, the others by the drivers that come with them.
"""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from io import BufferedRWPair
from itertools import count
from pathlib import Path
from typing import Any, Protocol
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from needs import QUIET, needs
from tests.ports import port_of

Json = dict[str, Any]
PATIENCE = 60.0
FIREFOX = ("firefox-esr", "firefox")
WEBKIT = "WebKitWebDriver"
CHROMIUM = "chromedriver"
# MiniBrowser's tool bar would keep its window from becoming as narrow as a phone.
NARROW = (
    "button, toolbutton, entry, toolbar, headerbar, notebook "
    "{ min-width: 0; padding: 0; margin: 0; border: 0; }\n"
    "button image, entry image { -gtk-icon-transform: scale(.5); margin: -5px; }\n"
)
# Firefox has a least width, too.
NARROW_FIREFOX = (
    ":root { min-width: 0 !important; } #navigator-toolbox { display: none; }"
)
# The commands that are used here, by their names in the standard.
ENDPOINTS = {
    "NewSession": ("POST", ""),
    "SetTimeouts": ("POST", "/timeouts"),
    "Navigate": ("POST", "/url"),
    "Refresh": ("POST", "/refresh"),
    "GetWindowRect": ("GET", "/window/rect"),
    "SetWindowRect": ("POST", "/window/rect"),
    "ExecuteAsyncScript": ("POST", "/execute/async"),
    "PerformActions": ("POST", "/actions"),
    "TakeScreenshot": ("GET", "/screenshot"),
}
KEYS = {
    "Control": "\ue009",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Shift": "\ue008",
    "Tab": "\ue004",
}


class Channel(Protocol):
    """Takes a command of WebDriver and gives its answer."""

    def __call__(self, command: str, **parameters: object) -> Any:  # noqa: ANN401
        """Do what a command says, in the one session that there is."""


class Engine:
    """A browser, as a reader would handle it."""

    def __init__(
        self,
        name: str,
        call: Channel,
        give_focus: Callable[[], object] | None = None,
    ) -> None:
        """Begin in a window of a phone's size."""
        self.name = name
        self.call = call
        # Where nobody else does, with each page.
        self.give_focus = give_focus
        call("SetTimeouts", script=60_000, pageLoad=60_000)

    def open(self, url: str, width: int = 390, height: int = 800) -> "Engine":
        """Open a page in a window of that size and wait until its scripts have run."""
        self.call("Navigate", url=url)
        self.resize(width, height)
        self.until("document.readyState === 'complete'")
        self.until("!document.querySelector('.dl-bar[hidden]')")
        end = time.monotonic() + PATIENCE
        while self.give_focus and not self.tell("document.hasFocus()"):
            assert time.monotonic() < end, f"{self.name}: its window has no focus"
            self.give_focus()
            time.sleep(0.05)
        return self

    def resize(self, width: int, height: int) -> None:
        """Make the window so large that its inside has a size."""
        for _ in range(5):
            across, down = self.tell("[innerWidth, innerHeight]")
            if (across, down) == (width, height):
                return
            rect = self.call("GetWindowRect")
            size = rect["width"] + width - across, rect["height"] + height - down
            self.call("SetWindowRect", width=size[0], height=size[1])
            with suppress(TimeoutError):
                is_so = f"innerWidth === {width} && innerHeight === {height}"
                self.until(is_so, patience=1)
        across, down = self.tell("[innerWidth, innerHeight]")
        assert max(abs(across - width), abs(down - height)) <= 1, (across, down)

    def tell(self, expression: str, *arguments: object) -> Any:  # noqa: ANN401
        """Return what an expression of JavaScript is in the page, or comes to be.

        It may use `args`, the further arguments.
        """
        script = (
            "const args = [...arguments], done = args.pop();"
            f"(async () => ({expression}))()"
            ".then(value => done({ value }), error => done({ error: String(error) }))"
        )
        answer = self.call("ExecuteAsyncScript", script=script, args=list(arguments))
        if answer is None:  # the page was left meanwhile
            return None
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    def until(
        self, expression: str, *arguments: object, patience: float = PATIENCE
    ) -> Any:  # noqa: ANN401
        """Wait until an expression is true, and return what it is."""
        end = time.monotonic() + patience
        while not (value := self.tell(expression, *arguments)):
            if time.monotonic() > end:
                raise TimeoutError(f"{self.name}: {expression} {arguments}")
            time.sleep(0.05)
        return value

    def place(self, selector: str) -> tuple[float, float, float, float]:
        """Bring an element into sight; return left, top, width and height."""
        left, top, width, height = self.tell(
            "(e => { e.scrollIntoView({ block: 'center', behavior: 'instant' });"
            "const r = e.getBoundingClientRect();"
            "return [r.left, r.top, r.width, r.height] })"
            "(document.querySelector(args[0]))",
            selector,
        )
        assert width, f"nothing is to be seen of {selector}"
        return left, top, width, height

    def press(self, selector: str) -> None:
        """Press the mouse in the middle of an element."""
        left, top, width, height = self.place(selector)
        self.drag([(left + width / 2, top + height / 2)])

    def drag(self, points: Sequence[tuple[float, float]]) -> None:
        """Move the pressed mouse through points of the window."""
        moves = [
            {
                "type": "pointerMove",
                "x": round(x),
                "y": round(y),
                "duration": 20,
                "origin": "viewport",
            }
            for x, y in points
        ]
        down = {"type": "pointerDown", "button": 0}
        up = {"type": "pointerUp", "button": 0}
        self._act("pointer", [moves[0], down, *moves[1:], up])

    def write(self, text: str) -> None:
        """Replace what is written where the cursor stands."""
        chord = [KEYS["Control"], "a"]
        steps = [{"type": "keyDown", "value": key} for key in chord]
        steps += [{"type": "keyUp", "value": key} for key in reversed(chord)]
        for key in text:
            value = KEYS["Enter"] if key == "\n" else key
            steps += [{"type": kind, "value": value} for kind in ("keyDown", "keyUp")]
        self._act("key", steps)

    def tab(self, *, back: bool = False) -> None:
        """Press the Tab key, or the way back."""
        shift = [KEYS["Shift"]] if back else []
        steps = [{"type": "keyDown", "value": key} for key in (*shift, KEYS["Tab"])]
        steps += [{"type": "keyUp", "value": key} for key in (KEYS["Tab"], *shift)]
        self._act("key", steps)

    def picture(self) -> str:
        """Return what is seen in the window, as a PNG in base64."""
        return str(self.call("TakeScreenshot", full=False))

    def _act(self, kind: str, steps: Sequence[Json]) -> None:
        source: Json = {"type": kind, "id": kind, "actions": [*steps]}
        if kind == "pointer":
            source["parameters"] = {"pointerType": "mouse"}
        self.call("PerformActions", actions=[source])


@contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    """Start a Firefox with an empty profile in a folder."""
    program = next(filter(None, map(shutil.which, FIREFOX)), None)
    if program is None:
        needs("Firefox", "install your system's package `firefox-esr`")
    settings: dict[str, object] = {
        "marionette.port": 0,
        "intl.accept_languages": "ja,en",
        "app.update.enabled": False,
        "toolkit.legacyUserProfileCustomizations.stylesheets": True,
    }
    style = folder / "chrome/userChrome.css"
    style.parent.mkdir()
    style.write_text(NARROW_FIREFOX, encoding="utf-8")
    lines = [
        f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in settings.items()
    ]
    (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
    words = [program, "--headless", "--marionette", "--no-remote"]
    words += ["--profile", str(folder)]
    with _running(words) as process:
        written = folder / "MarionetteActivePort"
        port = int(_wait(lambda: written.is_file() and written.read_text(), process))
        with (
            socket.create_connection(("127.0.0.1", port), PATIENCE * 2) as connection,
            connection.makefile("rwb") as stream,
        ):
            call = _marionette(stream)
            call("NewSession")
            yield Engine("firefox", call)


def _marionette(stream: BufferedRWPair) -> Channel:
    """Return what tells commands to Firefox: `length:[0, number, command, {…}]`."""
    numbers = count(1)

    def receive() -> Any:  # noqa: ANN401
        length = b"".join(iter(lambda: stream.read(1), b":"))
        return json.loads(stream.read(int(length)))

    receive()  # it begins with who it is

    def call(command: str, **parameters: object) -> Any:  # noqa: ANN401
        number = next(numbers)
        text = json.dumps([0, number, f"WebDriver:{command}", parameters]).encode()
        stream.write(b"%d:%s" % (len(text), text))
        stream.flush()
        _, answered, error, value = receive()
        assert (answered, error) == (number, None), error
        is_wrapped = isinstance(value, dict) and value.keys() == {"value"}
        return value["value"] if is_wrapped else value

    return call


@contextmanager
def webkit(folder: Path) -> Iterator[Engine]:
    """Start a WebKit on a screen that nobody sees, with a folder for its settings."""
    browser = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), None)
    if not shutil.which(WEBKIT) or browser is None:
        needs("WebKit", "install your system's package `webkit2gtk-driver`")
    if not shutil.which("Xvfb"):
        needs("Xvfb", "install your system's package `xvfb`")
    style = folder / "gtk-3.0/gtk.css"
    style.parent.mkdir()
    style.write_text(NARROW, encoding="utf-8")
    with _screen() as display:
        environment = {
            "DISPLAY": display,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "LANG": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        with _running([WEBKIT, "--port=0"], environment) as process:
            port = int(_wait(lambda: port_of(process.pid), process))
            options = {"binary": str(browser), "args": ["--automation"]}
            call = _over_http(port, {"webkitgtk:browserOptions": options})
            yield Engine("webkit", call, partial(_give_focus, display))


def _give_focus(display: str) -> None:
    """Let the windows of a screen have the focus, which a desktop would give them.

    In a window without it, no style for `:focus` holds.
    """
    xdotool = shutil.which("xdotool")
    if not xdotool:
        needs("xdotool", "install your system's package `xdotool`")
    words = [xdotool, "search", "--class", ".*", "windowfocus", "%@"]
    environment = {**os.environ, "DISPLAY": display}
    subprocess.run(words, env=environment, capture_output=True, check=False)  # noqa: S603


@contextmanager
def chromium(folder: Path) -> Iterator[Engine]:
    """Start a Chromium with an empty profile in a folder."""
    if not shutil.which(CHROMIUM):
        needs(
            "a driver for Chromium", "install your system's package `chromium-driver`"
        )
    with _running([CHROMIUM, "--port=0"]) as process:
        port = int(_wait(lambda: port_of(process.pid), process))
        words = [*QUIET, "--headless=new", f"--user-data-dir={folder}"]
        call = _over_http(port, {"goog:chromeOptions": {"args": words}})
        yield Engine("chromium", call)


ENGINES = {"chromium": chromium, "firefox": firefox, "webkit": webkit}


def _over_http(port: int, always: Json) -> Channel:
    """Return what tells commands to a driver, in a session with such a browser."""
    address = f"http://127.0.0.1:{port}/session"
    session = ""

    def call(command: str, **parameters: object) -> Any:  # noqa: ANN401
        method, path = ENDPOINTS[command]
        body = json.dumps(parameters).encode() if method == "POST" else None
        request = Request(f"{address}{session}{path}", body, method=method)  # noqa: S310
        try:
            with urlopen(request, timeout=PATIENCE * 2) as answer:  # noqa: S310
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    capabilities = {"alwaysMatch": always}
    session = f"/{call('NewSession', capabilities=capabilities)['sessionId']}"
    return call


@contextmanager
def _screen() -> Iterator[str]:
    """Give the name of a screen for as long as it is needed."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24"]
    with _running(words, keep=[writing]) as process, os.fdopen(reading) as told:
        os.close(writing)
        number = told.readline().strip()
        assert number, process.poll()
        yield f":{number}"


@contextmanager
def _running(
    words: Sequence[str],
    environment: Mapping[str, str] | None = None,
    keep: Sequence[int] = (),
) -> Iterator[subprocess.Popen[bytes]]:
    """Let a program run, with all that it starts, for as long as it is needed."""
    process = subprocess.Popen(  # noqa: S603
        words,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=keep,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 15)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()


def _wait(find: Callable[[], Any], process: subprocess.Popen[bytes]) -> Any:  # noqa: ANN401
    """Return what is found once it is there."""
    end = time.monotonic() + PATIENCE
    while not (found := find()):
        assert process.poll() is None, f"{process.args!r} has ended"
        assert time.monotonic() < end, f"waited for {process.args!r}"
        time.sleep(0.05)
    return found
