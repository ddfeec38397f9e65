"""Runs one snippet, statement by statement, and tells what each statement printed.

`python recording.py FILE` writes one JSON object: the line of each statement that
printed, and what it printed. It is run in a process of its own, so that a snippet meets
a fresh Python, and needs nothing but the standard library.
"""

import ast
import contextlib
import io
import json
import re
import sys
from pathlib import Path

# Said of a snippet that ends itself.
ENDED = "a snippet runs to its last line"


def loads(text: str) -> dict[int, str]:
    """Return what `main` wrote: the output of each statement, by its line."""
    return {int(line): output for line, output in json.loads(text).items()}


def failing_line(traceback: str, path: Path) -> int:
    """Return the last line of a snippet that a traceback goes through."""
    lines = re.findall(rf'File "{re.escape(str(path))}", line (\d+)', traceback)
    return int(lines[-1]) if lines else 1


def main(path: str) -> None:
    """Run the file as plain `python FILE` would and print its outputs as JSON."""
    tree = ast.parse(Path(path).read_text(encoding="utf-8"), path)
    namespace: dict[str, object] = {"__name__": "__main__", "__file__": path}
    outputs: dict[int, str] = {}
    for statement in tree.body:
        code = compile(ast.Module([statement], []), path, "exec")
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            try:
                exec(code, namespace)  # noqa: S102
            except SystemExit as end:
                raise RuntimeError(ENDED) from end
        outputs[statement.lineno] = printed.getvalue()
    json.dump(outputs, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
