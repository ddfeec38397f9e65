"""Of a changed program the page shows in the end what CPython says of it."""

from pathlib import Path

from tests.built.browser.block import PRINTED, SLUG
from tests.built.browser.changed import Changed, changed
from tests.built.browser.engines import chromium
from tests.built.browser.running import Ended, run


def agrees(ended: Ended, told: Changed) -> bool:
    """Tell whether a page shows what CPython says."""
    if told.error:
        return ended.status == "bad" and told.error in ended.text
    printed = PRINTED if ended.status == "good" else ended.printed
    return printed.rstrip("\n") == told.printed.rstrip("\n")


def test_cpython_has_the_last_word_on_every_changed_program(
    vendored: str, tmp_path: Path
) -> None:
    """`benchmarks/first_answers.py` does the same with as many as one likes."""
    wrong = []
    with chromium(tmp_path) as engine:
        engine.open(f"{vendored}en/{SLUG}/", width=1000)
        for told in changed(20):
            ended = run(engine, told.code)
            if not agrees(ended, told):
                wrong.append((told, ended))
    assert wrong == []
