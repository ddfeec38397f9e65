"""Whatever a program does, it is told in words, and the next one runs as the first did.

Each program is a reader's own: MicroPython answers first where it can, and CPython has
the last word. One page of each engine bears them all, one after the other, without ever
being loaded again: who harms it is found by the next.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built.browser.block import RUNNER, SAME, SLUG
from tests.built.browser.engines import ENGINES, Engine
from tests.built.browser.running import run

PROGRAMS: Mapping[str, Any] = yaml.safe_load(
    Path(__file__).with_name("abuses.yml").read_text(encoding="utf-8")
)
ABUSES: Mapping[str, Mapping[str, str]] = {
    **PROGRAMS["abuses"],
    "is one long line": {
        "code": f"x = [{'1, ' * 20_000}]\nprint(len(x))\n",
        "status": "differs",
    },
    "is nested": {"code": f"{'(' * 300}{')' * 300}\n", "status": "bad"},
}
IN_ONE: list[str] = PROGRAMS["in_one"]


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    vendored: str,
) -> Iterator[Engine]:
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as engine:
        engine.open(f"{vendored}en/{SLUG}/", width=1000)
        engine.tell("window.loaded = 1")
        yield engine
        # No page had to be loaded again.
        assert engine.tell("window.loaded") == 1
        ended = run(engine, SAME)
        assert ended.status == "good", ended


LINE = re.compile(RUNNER["line"].format(line=r"\d+"))


def test_what_goes_too_deep_is_an_error_at_the_readers_line(engine: Engine) -> None:
    # Chromium, which has the smallest stack, is asked about every kind.
    everywhere = PROGRAMS["everywhere"]
    kinds = PROGRAMS["recursions"] if engine.name == "chromium" else everywhere
    for kind in kinds:
        ended = run(engine, f"{PROGRAMS['recursions'][kind]}print('begun')\nf()\n")
        assert ended.status == "bad", (kind, ended)
        assert "RecursionError" in ended.text, (kind, ended)
        assert LINE.match(ended.text), (kind, ended)
        assert "begun" in ended.result, (kind, ended)


@pytest.mark.parametrize("kind", PROGRAMS["borne"])
def test_what_other_pythons_bear_is_borne_here(engine: Engine, kind: str) -> None:
    ended = run(engine, PROGRAMS["borne"][kind])
    assert ended.status == "differs", ended


# Changes what the next program stands on, in as many ways as came to mind.
SPOIL = """\
import asyncio, builtins, decimal, fractions, gc, linecache, locale, logging, math, os
import random, runpy, signal, sys, threading, time, traceback, warnings
import derivlearn.numeric

logging.basicConfig(level=logging.CRITICAL, format="mine")
random.seed(1)
with open("left.txt", "w") as file:
    file.write("left")
decimal.getcontext().prec = 3
os.environ["LEFT"] = "left"
os.chdir("/")
gc.disable()
sys.set_int_max_str_digits(640)
warnings.simplefilter("error")
fractions.Fraction.__add__ = None
math.sin = math.exp = 0
derivlearn.numeric.central_difference = None
sys.modules["statistics"] = None
sys.path.clear()
sys.meta_path.clear()
sys.dont_write_bytecode = False
sys.setrecursionlimit(60)
sys.settrace(lambda *_: None)
sys.stdout = sys.stderr = None
builtins.print = builtins.len = builtins.__import__ = None
builtins.__build_class__ = None
"""
LOOK = """\
import builtins, decimal, fractions, gc, logging, math, os, random, statistics, sys
import warnings
import derivlearn.numeric

seen = {
    "logging": logging.getLogger().handlers,
    "random": random.random() == random.Random(1).random(),
    "file": os.path.exists("left.txt") or os.path.exists("/left.txt"),
    "decimal": decimal.getcontext().prec != 28,
    "environment": "LEFT" in os.environ,
    "gc": not gc.isenabled(),
    "digits": sys.get_int_max_str_digits() == 640,
    "warnings": warnings.filters[0][0] == "error",
    "fractions": fractions.Fraction(1, 2) + 1 != 1.5,
    "math": math.sin(0.0) + math.exp(0.0) != 1,
    "package": derivlearn.numeric.central_difference is None,
    "limit": sys.getrecursionlimit() != 1000,
    "trace": sys.gettrace(),
    "path": len(sys.path) < 3,
}
print([name for name, spoilt in seen.items() if spoilt])
match len(seen):
    case 14:
        print("looked")
"""


def test_each_program_starts_as_the_first_did(engine: Engine) -> None:
    run(engine, SPOIL)
    ended = run(engine, LOOK)
    assert "[]\nlooked\n" in ended.result, ended


@pytest.mark.parametrize("abuse", [each for each in ABUSES if each not in IN_ONE])
def test_a_program_that_does_as_it_likes_is_told(engine: Engine, abuse: str) -> None:
    check(engine, ABUSES[abuse])


@pytest.mark.parametrize("engine", ["chromium"], indirect=True, scope="module")
@pytest.mark.parametrize("abuse", IN_ONE)
def test_what_a_program_does_in_python_alone_is_told(
    engine: Engine, abuse: str
) -> None:
    check(engine, ABUSES[abuse])


def check(engine: Engine, given: Mapping[str, str]) -> None:
    """Run an abuse; look at what is told of it."""
    ended = run(engine, given["code"])
    expected = {given["status"]} if "status" in given else {"bad", "differs"}
    assert ended.status in expected, ended
    told = RUNNER[given["text"]] if "text" in given else given.get("words", "")
    assert told in ended.text, ended
    assert engine.tell("document.querySelector('.dl-result img')") is None


def test_whatever_runs_for_ever_can_be_stopped(engine: Engine) -> None:
    # In WebKit, what never looks up is told as stopped, and goes on until the page is
    # left.
    within = [] if engine.name == "webkit" else PROGRAMS["within"]
    for code in (*PROGRAMS["for_ever"], *within):
        ended = run(engine, code, stop=300)
        assert (ended.status, ended.text) == ("bad", RUNNER["stopped"]), (code, ended)
