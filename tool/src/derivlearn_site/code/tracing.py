"""Runs a program line by line and keeps what each line did.

A line that calls a function comes before the lines of that function, and once more when
it is done itself. What is called but not shown is gone through in one step. Of a loop
the first passes are kept and the last, and likewise of calls from one line; a function
that calls itself is followed for some time. Needs the standard library alone: it is run
in the reader's browser, too.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_OPTIMIZED
from time import process_time
from types import CodeType, FrameType
from typing import Any, NoReturn

from derivlearn_site.code import lines, showing
from derivlearn_site.code.lines import Statement
from derivlearn_site.code.trace import Level, Repeated, Run, Step, Told, Variables

# How the program is called in a traceback.
CODE = "<code>"
# How many steps a trace may have, and how many lines a program may go through.
MOST_STEPS = 200
MOST_LINES = 400_000
# How long its own lines may take, each, in seconds.
_OF_A_LINE = 2e-5
# How many passes of each loop are kept beside the last, as many as have room.
KEPT = (8, 3, 2, 1)
# Of calls from one and the same line no more than these are kept, and the last.
_CALLS = 2
# How many steps a function that calls itself may have, for each pass that is kept.
_RECURSION = 25

_WAITING = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR


class TooLongError(BaseException):
    """The program goes on for too long; it is not to catch this itself."""


class TooManyStepsError(TooLongError):
    """The steps are more than anybody would go through."""


class _Running:
    """A function that has not ended."""

    __slots__ = ("calls", "frame", "id", "is_raising", "loops", "start", "statement")

    def __init__(self, id_: int, frame: FrameType, start: int) -> None:
        self.id, self.frame = id_, frame
        # Where its steps begin.
        self.start = start
        self.statement: Statement | None = None
        self.loops: list[Repeated] = []
        self.calls: Repeated | None = None
        self.is_raising = False

    @property
    def variables(self) -> Mapping[str, Any]:
        """What is bound; of the program itself not `f_locals`.

        While a comprehension is under way, that holds nothing but the names of this.
        """
        is_program = not self.frame.f_code.co_flags & CO_OPTIMIZED
        return self.frame.f_globals if is_program else self.frame.f_locals


@dataclass
class Traced:
    """A program, and what is needed to run it, each time anew."""

    code: str
    # Returns the variables that are there before.
    prepared: Callable[[], dict[str, Any]]
    # Returns what has been printed since it was asked last.
    wrote: Callable[[], str]
    # How long it may take, in seconds, beside what its own lines take.
    patience: float
    most_lines: int = MOST_LINES

    def __post_init__(self) -> None:
        """Read the program; what is no Python is an error."""
        self.compiled = compile(self.code, CODE, "exec", dont_inherit=True)
        self.lines = lines.read(self.code)
        self.counts: Sequence[Repeated] = ()
        self.keep = 0

    def count(self) -> BaseException | None:
        """Run it to see how often each loop is gone through; return what ended it."""
        counting = _Tracer(self, None)
        ended = counting.run()
        self.counts = counting.counts
        return ended

    def run(self) -> Run:
        """Run it for its steps, with as many passes of the loops as have room."""
        run = Run({}, [])
        for self.keep in KEPT:
            run = self.run_again()
            if not isinstance(run.ended, TooManyStepsError):
                break
        return run

    def run_again(self) -> Run:
        """Run it once more, with the same passes."""
        tracer = _Tracer(self, self.counts)
        ended = tracer.run()
        return Run(tracer.given, tracer.steps, ended)


class _Tracer:
    """Runs a program once: to count, or, with the counts, to tell."""

    def __init__(self, traced: Traced, counts: Sequence[Repeated] | None) -> None:
        self.traced, self.known = traced, counts
        self.keep = traced.keep
        self.counts: list[Repeated] = []
        self.steps: list[Step] = []
        self.given: Variables = {}
        self._at = traced.lines.at
        self._running: list[_Running] = []
        self._gone_through = 0
        self._called_so_far = self._followed = 0
        self._began = 0.0
        self._is_unwinding = False
        # Because of whom nothing is told now, and how many steps that are so far.
        self._silent: object = None if counts is not None else self
        self._left = 0

    def run(self) -> BaseException | None:
        """Run the program; return what ended it before its end."""
        outside = sys.gettrace()
        try:
            namespace = self.traced.prepared()
            self.traced.wrote()
            self.given = _variables(namespace, self.traced.lines.names)
            self._began = process_time()
            sys.settrace(self._called)
            exec(self.traced.compiled, namespace)  # noqa: S102
        except BaseException as error:  # noqa: BLE001 # whatever the program raises
            return error
        finally:
            sys.settrace(outside)
        return None

    # ------------------------------------------------------------------ following

    def _called(self, frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401 # of `sys`
        if event != "call":
            return None
        self._called_so_far += 1
        if self._called_so_far % 64 == 0:
            self._look_at_the_clock()
        code = frame.f_code
        if code.co_filename != CODE or not self._is_shown(code):
            return None
        self._followed += 1
        new = _Running(self._followed, frame, len(self.steps))
        exhausted = self._silent is None and self._exhausted(code)
        caller = self._running[-1] if self._running else None
        self._running.append(new)
        if caller and caller.statement:
            calls = caller.calls = caller.calls or self._repeated()
            calls.count += 1
            if self._silent is None:
                if exhausted:
                    self._silent = exhausted
                elif calls.is_left_out(min(self.keep, _CALLS)):
                    self._silent = calls
                else:
                    self._add(caller.statement.line)
        return self._follow

    def _is_shown(self, code: CodeType) -> bool:
        """Tell whether this is the program or a function of it that is followed."""
        if code.co_flags & _WAITING:
            return False
        is_function = code.co_flags & CO_OPTIMIZED and not code.co_name.startswith("<")
        return bool(is_function) or not self._running

    def _exhausted(self, code: CodeType) -> _Running | None:
        """Return the function that has called itself for long enough, if one has."""
        room = _RECURSION * self.keep
        for each in self._running:
            if each.frame.f_code is code:
                return each if len(self.steps) - each.start > room else None
        return None

    def _follow(self, frame: FrameType, event: str, arg: object) -> Any:  # noqa: ANN401 # of `sys`
        here = self._running[-1]
        if here.frame is not frame:
            return None
        if event == "line":
            self._gone_through += 1
            if self._gone_through > self.traced.most_lines:
                self._give_up()
            then = self._at.get(frame.f_lineno)
            if then and then is not here.statement:
                self._come(here, then)
        elif event == "exception":  # the end of a generator is none
            here.is_raising = not isinstance(arg, tuple) or arg[0] is not StopIteration
        elif event == "return":
            self._finish(here, None, arg)
            self._leave(here)
        return self._follow

    def _come(self, here: _Running, then: Statement) -> None:
        """Come to a statement, so that the one before it is done."""
        done = here.statement
        if self._silent is not None and self._silent is here.calls:
            self._tell_again()
        if self._silent is None or not done or done.body or done.loops != then.loops:
            self._finish(here, then)
        else:  # most steps of a long program
            self._left += 1
            self._resume(here, then)
        here.statement, here.calls = then, None
        here.is_raising = self._is_unwinding = False

    def _look_at_the_clock(self) -> None:
        gone = process_time() - self._began
        if gone > self.traced.patience + _OF_A_LINE * self._gone_through:
            self._give_up()

    def _give_up(self) -> NoReturn:
        if self._silent is not None and self.known is not None:
            self._tell_again()
        raise TooLongError

    def _leave(self, here: _Running) -> None:
        """Come back to who has called, perhaps before the last of many calls."""
        self._running.pop()
        for loop in here.loops:
            loop.ended = not here.is_raising
        if self._silent is None:
            return
        calls = self._running[-1].calls if self._running else None
        is_near_end = calls is not None and calls.count >= calls.total - 1
        is_next_last = is_near_end and calls is self._silent
        if is_next_last or self._silent in (here, here.calls, *here.loops):
            self._tell_again()

    def _repeated(self, line: int = 0) -> Repeated:
        """Begin what may happen more than once, in the order of the first run."""
        place = len(self.counts)
        known = self.known or ()
        new = Repeated(line, known[place] if place < len(known) else None)
        self.counts.append(new)
        return new

    # ------------------------------------------------------------------- keeping

    def _finish(
        self, here: _Running, then: Statement | None, arg: object = None
    ) -> None:
        """Tell what a statement did, now that another one begins, or none."""
        done = here.statement
        if done is None or (here.is_raising and self._is_unwinding):
            return
        told: Told = {}
        if done.body:
            taken = then is not None and then.line in done.body
            told["taken"] = int(taken)
            if done.is_loop:
                self._pass(here, done, taken=taken)
        if done.defines:
            told["def"] = done.defines
        if here.is_raising:
            told["fails"] = 1
            self._is_unwinding = then is None
        elif done.gives and then is None and self._silent is None:
            told["gives"] = showing.shown(arg)
        self._add(done.line, told)
        if then:
            self._go_on(here, then)

    def _pass(self, here: _Running, head: Statement, *, taken: bool) -> None:
        """Begin a pass of a loop, or end the loop."""
        is_known = here.loops and here.loops[-1].line == head.line
        if not taken:
            if is_known and not here.is_raising:
                self._end(here.loops.pop())
            return
        if not is_known:
            here.loops.append(self._repeated(head.line))
        loop = here.loops[-1]
        loop.count += 1
        if self._silent is None and loop.is_left_out(self.keep):
            self._silent = loop

    def _go_on(self, here: _Running, then: Statement) -> None:
        """Come from one statement to another, perhaps out of loops."""
        while here.loops and here.loops[-1].line not in then.loops:
            self._end(here.loops.pop())
        self._resume(here, then)

    def _resume(self, here: _Running, then: Statement) -> None:
        """Tell again before the last pass of the loop of which nothing was told."""
        loop = here.loops[-1] if here.loops else None
        if loop is None or loop is not self._silent or loop.line != then.line:
            return
        if loop.count == loop.total - 1:
            self._tell_again()

    def _end(self, loop: Repeated) -> None:
        loop.ended = True
        if self._silent is loop:
            self._tell_again()

    def _tell_again(self) -> None:
        """Tell how many steps have been left out, and what has become of all."""
        self._silent = None
        before = self.steps.pop() if self.steps and self.steps[-1].left else None
        left = self._left + (before.left if before else 0)
        self._left = 0
        if left:
            self._add(0, left=left)
        if before:
            self.steps[-1].out = before.out + self.steps[-1].out

    def _add(self, line: int, told: Told | None = None, left: int = 0) -> None:
        if self._silent is not None:
            self._left += 1
            return
        if len(self.steps) >= MOST_STEPS:
            raise TooManyStepsError
        own = self.traced.lines
        levels = tuple(
            Level(
                each.id,
                each.frame.f_code.co_qualname.rpartition("<locals>.")[2],
                _variables(each.variables, own.names_of(each.frame.f_code)),
                tuple((loop, loop.count) for loop in each.loops),
            )
            for each in self._running
        )
        self.steps.append(Step(line, levels, self.traced.wrote(), told or {}, left))


def _variables(namespace: Mapping[str, Any], names: set[str]) -> Variables:
    return {
        name: showing.shown(value)
        for name in sorted(names)
        if not name.startswith("_") and name in namespace
        if not showing.is_named_so(value := namespace[name], name)
    }
