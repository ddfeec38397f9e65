"""Every block of every page prints what its page says in both Pythons of a browser.

In CPython, pytest-codeblocks runs them; through the page's own Run button,
`browser/test_every_block.py`.
"""

import json
import shutil
import subprocess

import pytest

from building import Built
from derivlearn_site.code import instant
from derivlearn_site.code.runner import packages_of
from derivlearn_site.publish import browser, proving
from needs import needs
from tests.built.conftest import BOOK, PAGES, path_of


def blocks_of(built: Built) -> dict[tuple[str, str], dict[str, str]]:
    """Return all blocks that the site hands to its runner, by language and place."""
    found = {}
    for language, slug in PAGES:
        path = built.site / path_of(language, slug) / "blocks.json"
        if path.is_file():
            for id_, block in json.loads(path.read_text(encoding="utf-8")).items():
                found[language, f"{slug}/#{id_}"] = block
    return found


def test_each_language_hands_the_same_blocks_of_its_pages_on(
    built: Built,
) -> None:
    blocks = blocks_of(built)
    by_language = {
        code: {place: block for (each, place), block in blocks.items() if each == code}
        for code in BOOK.languages
    }
    original = by_language[BOOK.languages[0]]
    assert original
    for code, own in by_language.items():
        slugs = {slug for each, slug in PAGES if each == code}
        assert own == {
            place: block
            for place, block in original.items()
            if place.partition("/#")[0] in slugs
        }


@pytest.fixture(scope="module")
def in_pyodide(
    built: Built, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, str]]:
    """What each block printed in Pyodide, beside what it should print."""
    node = shutil.which("node")
    if node is None or not (browser.WEB / "node_modules/pyodide").is_dir():
        needs("Node or Pyodide", f"run `npm ci --prefix {browser.WEB}`")
    places = {
        place: block
        for (language, place), block in blocks_of(built).items()
        if language == BOOK.languages[0]
    }
    folder = tmp_path_factory.mktemp("pyodide")
    package, blocks = folder / "derivlearn.zip", folder / "blocks.json"
    given = {
        "package": BOOK.package,
        "modules": BOOK.packages,
        "blocks": list(places.values()),
    }
    blocks.write_text(json.dumps(given), encoding="utf-8")
    package.write_bytes(browser.archive(BOOK))
    done = subprocess.run(  # noqa: S603
        [node, str(browser.WEB / "run_blocks.mjs"), str(package), str(blocks)],
        capture_output=True,
        text=True,
        check=True,
    )
    results = json.loads(done.stdout)
    return {
        place: {"expected": block["output"], **result}
        for (place, block), result in zip(places.items(), results, strict=True)
    }


def test_every_block_prints_the_same_in_pyodide(
    in_pyodide: dict[str, dict[str, str]],
) -> None:
    wrong = {
        place: result
        for place, result in in_pyodide.items()
        if "missing" not in result and result.get("output") != result["expected"]
    }
    assert wrong == {}


def test_no_block_is_left_out_in_pyodide(
    in_pyodide: dict[str, dict[str, str]],
) -> None:
    left_out = [place for place, result in in_pyodide.items() if "missing" in result]
    # Packages for Pyodide lie at its makers' address alone, which no test asks.
    missing = sorted({in_pyodide[place]["missing"] for place in left_out})
    assert set(missing) <= set(BOOK.packages.values())
    if left_out:
        pytest.skip(
            f"{len(left_out)} of {len(in_pyodide)} blocks need what is not on npm, "
            f"first of all {', '.join(missing)}: {', '.join(left_out)}"
        )


@pytest.fixture(scope="module")
def digests() -> dict[str, instant.Shown]:
    """All blocks by the digests of all that decides what MicroPython prints."""
    scripts = BOOK.docs / browser.BUILT / "runner"
    return instant.digests(BOOK, scripts, proving.shown(BOOK))


def in_micropython(blocks: list[instant.Shown]) -> list[instant.Shown]:
    """Return those of the blocks that print in MicroPython what they should."""
    if shutil.which("node") is None:
        needs("Node", "install it")
    results = proving.run(BOOK, blocks)
    pairs = zip(blocks, results, strict=True)
    return [block for block, result in pairs if result.get("output") == block.output]


def test_what_is_proven_is_of_the_book_as_it_is(
    digests: dict[str, instant.Shown],
) -> None:
    assert instant.read(BOOK)
    old = instant.read(BOOK).keys() - digests.keys()
    assert old == set(), "run `derivlearn-site prove`, which needs Node"


def test_every_proven_block_prints_the_same_in_micropython(
    digests: dict[str, instant.Shown],
) -> None:
    proven = instant.read(BOOK)
    alone = [digests[each] for each, how in proven.items() if how == instant.ALONE]
    assert in_micropython(alone) == alone


def test_no_other_block_could_be_proven(digests: dict[str, instant.Shown]) -> None:
    others = [
        block
        for digest, block in digests.items()
        if digest not in instant.read(BOOK)
        and not packages_of(block.before + block.code, BOOK.packages)
    ]
    assert in_micropython(others) == []


def test_a_planted_difference_is_found_and_its_block_is_on_no_list(
    digests: dict[str, instant.Shown],
) -> None:
    whole = digests[next(iter(instant.read(BOOK)))]
    # Without digits, MicroPython fills a float's width with its own.
    planted = whole._replace(
        code=f"{whole.code}print(f'{{1.0:4}}')\n", output=f"{whole.output} 1.0\n"
    )
    assert in_micropython([whole, planted]) == [whole]
    scripts = BOOK.docs / browser.BUILT / "runner"
    [digest] = instant.digests(BOOK, scripts, [planted])
    assert digest not in instant.read(BOOK)


def test_the_pages_say_what_is_proven(
    built: Built, digests: dict[str, instant.Shown]
) -> None:
    proven = instant.read(BOOK)
    by_block = {block: proven.get(digest) for digest, block in digests.items()}
    for block in blocks_of(built).values():
        if not block["code"]:  # a place to write in
            assert "micropython" not in block
            continue
        shown = instant.Shown(*(block[each] for each in instant.Shown._fields))
        assert block.get("micropython") == by_block[shown]
