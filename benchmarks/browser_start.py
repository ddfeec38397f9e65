"""How long a reader waits for Python, as ratios to Pyodide as its makers ship it.

    mkdocs build && derivlearn-site vendor --without-packages
    python benchmarks/browser_start.py [--repeat 5] [--slow]

Each round opens a cold profile and takes, one after the other,

- bare: a module worker that loads Pyodide as the npm package has it and prints a line,
- first: the first press of Run on a page, until its output is compared,
- later: the same on the next page of that visit,
- again: a second press of Run, minus the same code by a bare `runPython`,
- changed: the first press with a reader's own code, until CPython has confirmed it.

Both are served from this machine, compressed; `--slow` adds two slower networks.
"""

import argparse
import gzip
import statistics
import sys
import threading
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tool/tests")]

from needs import QUIET, chromium  # noqa: E402

FOLDERS = {
    "/site/": ROOT / "site",
    "/npm/": ROOT / "tool/src/derivlearn_site/web/node_modules/pyodide",
}
COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".wasm"}
NETWORKS = {
    "this machine": None,
    "10 Mbit/s, 40 ms": (10e6, 40),
    "1.6 Mbit/s, 150 ms": (1.6e6, 150),
}
CODE = "print(27, 42.875)"
WORKER = f"""
import {{ loadPyodide }} from "/npm/pyodide.mjs"
const pyodide = await loadPyodide({{ stdout: text => postMessage(text) }})
pyodide.runPython({CODE!r})
onmessage = () => {{
  const begun = performance.now()
  pyodide.runPython({CODE!r})
  postMessage(performance.now() - begun)
}}
"""
BARE = """() => new Promise(resolve => {
  const begun = performance.now()
  window.bare = new Worker("/worker.js", { type: "module" })
  window.bare.onmessage = () => resolve(performance.now() - begun)
})"""
BARE_AGAIN = """() => new Promise(resolve => {
  window.bare.onmessage = ({ data }) =>
    typeof data === "number" && resolve(performance.now() - begun)
  const begun = performance.now()
  window.bare.postMessage("")
})"""
RUN = """() => new Promise((resolve, reject) => {
  const bar = document.querySelector(".dl-bar[data-for=block-1]")
  const status = bar.querySelector("[role=status]")
  const begun = performance.now()
  new MutationObserver(() => {
    const { status: now } = status.dataset
    if (now === "good") resolve(performance.now() - begun)
    if (now === "bad" || now === "differs") reject(status.textContent)
  }).observe(status, { attributes: true, childList: true })
  bar.querySelector("[data-do=run]").click()
})"""


@cache
def compressed(path: Path) -> bytes:
    """Compress a file once, not in the middle of a measurement."""
    return gzip.compress(path.read_bytes())


class Handler(SimpleHTTPRequestHandler):
    """Serves the site, the npm package, and the bare worker."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve a file."""
        path = self.path.split("?")[0]
        headers = {}
        if path in {"/worker.js", "/"}:
            body = WORKER.encode() if path != "/" else b"<!doctype html><title>bare"
            kind = "text/javascript" if path != "/" else "text/html"
        else:
            prefix = next((each for each in FOLDERS if path.startswith(each)), None)
            file = FOLDERS[prefix] / path.removeprefix(prefix) if prefix else Path()
            file = file / "index.html" if path.endswith("/") else file
            if prefix is None or not file.is_file():
                self.send_error(404)
                return
            kind = "application/wasm" if file.suffix == ".wasm" else ""
            kind = kind or self.guess_type(file)
            body = file.read_bytes()
            headers["Cache-Control"] = "max-age=600"
            if file.suffix in COMPRESSED:
                body = compressed(file)
                headers["Content-Encoding"] = "gzip"
        self.send_response(200)
        headers |= {"Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def cold_page(browser: Browser, network: tuple[float, int] | None) -> Page:
    """Open a page in a new profile, on a network of this speed and delay."""
    # What a service worker fetches would know nothing of a slow network.
    page = browser.new_context(service_workers="block").new_page()
    if network:
        bits, delay = network
        page.context.new_cdp_session(page).send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": delay,
                "downloadThroughput": bits / 8,
                "uploadThroughput": bits / 8,
            },
        )
    return page


def one_round(
    browser: Browser, address: str, network: tuple[float, int] | None
) -> dict[str, float]:
    """Measure everything once, in milliseconds."""
    page = cold_page(browser, network)
    page.set_default_timeout(300_000)
    page.goto(address)
    took = {"bare": float(page.evaluate(BARE))}
    took["bare again"] = min(float(page.evaluate(BARE_AGAIN)) for _ in range(5))
    page.context.close()
    page = cold_page(browser, network)
    page.set_default_timeout(300_000)
    page.goto(f"{address}site/en/derivative/", wait_until="networkidle")
    took["first"] = float(page.evaluate(RUN))
    took["again"] = min(float(page.evaluate(RUN)) for _ in range(5))
    page.goto(f"{address}site/en/linear/", wait_until="networkidle")
    took["later"] = float(page.evaluate(RUN))
    page.locator("[data-for=block-1] [data-do=edit]").click()
    page.locator("#block-1 .cm-content").press("End")
    page.keyboard.insert_text("  # changed")
    took["changed"] = float(page.evaluate(RUN))
    page.context.close()
    return took


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--slow", action="store_true")
    options = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            args=QUIET,
        )
        for name, network in NETWORKS.items():
            if network and not options.slow:
                continue
            repeat = 1 if network else options.repeat
            rounds = [one_round(browser, address, network) for _ in range(repeat)]
            took = {
                key: statistics.median(each[key] for each in rounds)
                for key in rounds[0]
            }
            bare, again = took["bare"] / 1000, took["again"] - took["bare again"]
            print(f"{name}: bare {bare:.2f} s; each next run {again:+.0f} ms")
            for key in ("first", "later", "changed"):
                seconds, ratio = took[key] / 1000, took[key] / took["bare"]
                print(f"  {key}: {seconds:.2f} s, {ratio:.3f} of it")
        browser.close()


if __name__ == "__main__":
    main()
