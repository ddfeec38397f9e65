"""Programs of the book as readers change them, and what CPython says of them."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from derivlearn_site.code import runner
from derivlearn_site.pages import page as pages
from derivlearn_site.publish import browser
from tests.built.conftest import BOOK
from tests.exercise_mutants import mutants

SECONDS = 5
TELL = """
import json, sys
from derivlearn_site.code import runner
printed = []
failure = runner.run("", sys.stdin.read(), printed.append, sys.argv[1])
print(json.dumps(["".join(printed), failure and failure["type"]]))
"""
# What readers do beside changing a sign or a number: each makes one text of another.
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")
NAME = re.compile(r"^(\w+) = ", re.MULTILINE)


@dataclass(frozen=True)
class Changed:
    """A program, and what CPython prints and raises."""

    code: str
    printed: str
    error: str | None


def edits(code: str, chance: random.Random) -> Iterator[str]:
    """Yield a program as readers change it who try something out."""
    if found := [*NUMBER.finditer(code)]:
        number = chance.choice(found)
        for other in ("0", "-1", "1000", "1e-3", "1 / 3", "10 ** 20"):
            yield code[: number.start()] + other + code[number.end() :]
    if names := NAME.findall(code):
        name = chance.choice(names)
        for shown in (
            f"print({name})",
            f'print(f"{{{name}=}}")',
            f'print(f"{{{name}:10}}|")',
            f'print(f"{{{name}!r:>12}}|")',
            f"print(type({name}), repr({name}), str({name}))",
            f"print(round({name}, 3), {name} * 2)",
            f"print([{name}] * 2, {{{name!r}: {name}}}, ({name},))",
            f"print(sorted([{name}, {name}], reverse=True), sum([{name}]))",
            f"print('%.3e %g' % ({name}, {name}))",
            f"print(dir({name})[:2])",
        ):
            yield f"{code}{shown}\n"
        yield code.replace(name, f"{name}x", 1)
    yield code.replace(":.6f", ":12.3e").replace(":.4f", ":>10")
    yield code.replace("print(", "print('>', ", 1)
    yield code.replace(")\n", "\n", 1)
    yield "import statistics, itertools\n" + code
    lines = code.splitlines(keepends=True)
    yield "".join(lines[:-1])
    if len(lines) > 1:
        gone = chance.randrange(len(lines) - 1)
        yield "".join(lines[:gone] + lines[gone + 1 :])


def changed(number: int, seed: int = 0) -> Iterator[Changed]:
    """Yield so many changed programs: as many mutants as typical edits."""
    chance = random.Random(seed)  # noqa: S311
    blocks = [
        browser.shown(block)
        for path in sorted((BOOK.docs / "en").rglob("*.md"))
        for block in pages.read(path, BOOK).blocks
    ]
    blocks = [
        each
        for each in blocks
        if not runner.packages_of(f"{each.before}\n{each.code}", BOOK.packages)
    ]
    while number:
        block = chance.choice(blocks)
        if number % 2:
            every = [f"{mutant.code}\n" for mutant in mutants(block.code)]
        else:
            every = [*edits(block.code, chance)]
        every = [each for each in every if each != block.code]
        if not every:
            continue
        code = f"{block.before}\n{chance.choice(every)}"
        if told := by_cpython(code):
            number -= 1
            yield told


def by_cpython(code: str) -> Changed | None:
    """Return what CPython says of a program, unless it takes too long."""
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", TELL, BOOK.package],
            input=code,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return None
    return Changed(code, *json.loads(done.stdout))
