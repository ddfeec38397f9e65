"""Runs one snippet, statement by statement, and tells what each statement printed.

`python recording.py FILE` writes one JSON object: the line of each statement that
printed, and what it printed. It is run in a process of its own, so that a snippet meets
a fresh Python, and needs nothing but the standard library.

A snippet is given nothing but what it imports: no network, no other program, and of the
disk only the folder that it is run in, which is thrown away.
"""

import ast
import contextlib
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

# Said of what a snippet does that cannot be recorded.
ENDED = "a snippet runs to its last line"
PAST = "a snippet prints with `print` alone"
STARTS = "a snippet starts no other program"
ASKS = "a snippet asks no network"
WRITES = "a snippet writes no file outside of its own folder"
# What programs do of which nothing is told but by these events of Python.
_STARTING = (
    *("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn"),
    *("os.spawn", "os.startfile", "os.kill", "pty.spawn"),
)
_ASKING = ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto")
_CHANGING = (
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink"),
    *("os.truncate", "os.chmod", "os.chown", "os.utime", "shutil."),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def loads(text: str) -> dict[int, str]:
    """Return what `main` wrote: the output of each statement, by its line."""
    return {int(line): output for line, output in json.loads(text).items()}


def failing_line(traceback: str, path: Path) -> int:
    """Return the last line of a snippet that a traceback goes through."""
    lines = re.findall(rf'File "{re.escape(str(path))}", line (\d+)', traceback)
    return int(lines[-1]) if lines else 1


def _watched(folder: Path) -> Callable[[str, tuple[object, ...]], None]:
    """Return what refuses all that would reach out of a folder."""

    def is_ours(path: object) -> bool:
        if not isinstance(path, str | bytes):
            return True  # a file that is open already
        found = Path(os.fsdecode(path)).absolute()
        return found.is_relative_to(folder) or str(found) == os.devnull

    def watch(event: str, given: tuple[object, ...]) -> None:
        if event == "open":
            path, mode, flags = given
            writes = bool(isinstance(flags, int) and flags & _WRITING)
            if isinstance(mode, str):
                writes = bool(set(mode) & set("wax+"))
            if writes and not is_ours(path):
                raise PermissionError(WRITES)
        elif event.startswith(_CHANGING) and not is_ours(given[0]):
            raise PermissionError(WRITES)
        elif event.startswith(_STARTING):
            raise PermissionError(STARTS)
        elif event.startswith(_ASKING):
            raise PermissionError(ASKS)

    return watch


def main(path: str) -> None:
    """Run the file as plain `python FILE` would and print its outputs as JSON."""
    tree = ast.parse(Path(path).read_text(encoding="utf-8"), path)
    namespace: dict[str, object] = {"__name__": "__main__", "__file__": path}
    outputs: dict[int, str] = {}
    # What goes to the terminal in another way than by `print` comes here.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as told:
        with tempfile.TemporaryFile() as past:
            os.dup2(past.fileno(), 1)
            sys.addaudithook(_watched(Path.cwd()))
            for statement in tree.body:
                code = compile(ast.Module([statement], []), path, "exec")
                with contextlib.redirect_stdout(io.StringIO()) as printed:
                    try:
                        exec(code, namespace)  # noqa: S102
                    except SystemExit as end:
                        raise RuntimeError(ENDED) from end
                if sys.__stdout__:
                    sys.__stdout__.flush()
                if os.fstat(1).st_size:
                    where = f'File "{path}", line {statement.lineno}'
                    raise RuntimeError(f"{where}\n{PAST}")
                outputs[statement.lineno] = printed.getvalue()
        json.dump(outputs, told)


if __name__ == "__main__":
    main(sys.argv[1])
