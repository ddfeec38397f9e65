"""A reader who has run once goes on where there is no network any more."""

from pathlib import Path

import pytest

from tests.built.browser.block import SLUG
from tests.built.browser.conftest import served
from tests.built.browser.engines import ENGINES
from tests.built.browser.running import run

KEPT = """(async () => {
  const urls = []
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) urls.push(url)
  return ["stdlib", "pyodide_worker", "micropython_worker", "library.json"]
    .every(part => urls.some(url => url.includes(part)))
})()"""


@pytest.mark.parametrize("name", ENGINES)
def test_python_is_there_without_a_network(
    name: str, with_python: Path, tmp_path: Path
) -> None:
    with ENGINES[name](tmp_path) as engine:
        with served(with_python) as address:
            engine.open(f"{address}en/{SLUG}/", width=1000)
            assert run(engine, "print('before')\n").status == "differs"
            engine.until(KEPT)
        for place in range(3):
            ended = run(engine, f"match 0:\n    case 0: print('in', {place})\n")
            assert ended.status == "differs", ended
            assert f"in {place}" in ended.result
