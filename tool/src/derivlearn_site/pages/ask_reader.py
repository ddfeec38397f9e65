"""Reads a fence that asks, and says with its line what is wrong with it."""

import re
from collections.abc import Mapping

import yaml

from derivlearn_site.base.errors import Message, MistakeError, SourceError
from derivlearn_site.code import record
from derivlearn_site.pages import outputs
from derivlearn_site.pages.ask import PREDICTIONS, SIGNS, Answer, Ask, Source
from derivlearn_site.pages.entries import Entries, FenceReader, lacking
from derivlearn_site.pages.outputs import Place
from derivlearn_site.pages.page import Block, Fence, Page

_RIGHT = "right"
_ALL = {"id", "ask", "because", "wrong"}
_KEYS = {
    "sign": _ALL | {"sign"},
    "number": _ALL | {"number", "within", "else"},
    "choice": _ALL | {"choice"},
    "question": _ALL | {"right"},
}
# How many wrong answers each kind has.
_WRONG = {"sign": (2, 2), "number": (0, 4), "choice": (1, 3), "question": (1, 3)}
_WITHIN = re.compile(r"(?P<size>\d+(?:\.\d+)?(?:e-?\d+)?)\s*(?P<share>%?)")


class Reader(FenceReader):
    """Reads one fence."""

    def __init__(
        self, page: Page, fence: Fence, covered: Mapping[Fence | None, Block]
    ) -> None:
        """Take the fence, and the blocks of the page by their outputs."""
        super().__init__(page, fence)
        self.covered = covered
        self.records: dict[str, Mapping[str, str]] = {}
        self.evidence: list[str] = []

    def ask(self) -> Ask:
        """Return what the fence asks.

        Raises:
            SourceError: It cannot be asked so.
        """
        said = self._entries(self._root(), self.fence.line + 1)
        kind = self._kind(said)
        block = self._covered() if kind in PREDICTIONS else None
        self._check_known(said, _KEYS[kind])
        id_ = self._id(said)
        text, because = self._text(said, "ask"), self._text(said, "because")
        right = self._right(said, kind, block, because)
        wrong = self._wrong(said, kind, right)
        made = Ask(
            self.page,
            self.fence,
            id_,
            kind,
            text,
            right,
            wrong,
            block,
            self._within(said, right) if kind == "number" else 0.0,
            self._text(said, "else") if kind == "number" else "",
            tuple(self.evidence),
        )
        self._check_different(made)
        return made

    def _kind(self, said: Entries) -> str:
        self._check_margin()
        if self.fence.info == "question":
            return "question"
        kinds = [key for key in PREDICTIONS if key in said]
        if len(kinds) != 1:
            message = Message(
                "a prediction has one of `sign:`, `number:` and `choice:`, the place "
                "of what is right in the output below it"
            )
            self._refuse(self.fence.line, message)
        return kinds[0]

    def _covered(self) -> Block:
        """Return the block whose output stands below the fence."""
        fences = self.page.fences
        at = fences.index(self.fence)
        below = fences[at + 1] if at + 1 < len(fences) else None
        block = self.covered.get(below)
        if block is None or below is None or block.fence != fences[at - 1]:
            message = Message(
                "a prediction stands between a block and what it printed; put it there"
            )
            self._refuse(self.fence.line, message)
        self.evidence.append(block.output)
        return block

    def _right(
        self,
        said: Entries,
        kind: str,
        block: Block | None,
        because: str,
    ) -> Answer:
        if block is None:
            if "right" not in said:
                self._refuse(self.fence.line, lacking("right"))
            line, node = said["right"]
            if isinstance(node, yaml.ScalarNode):
                return Answer(line, _RIGHT, str(node.value), because)
            entries = self._entries(node, line)
            return self._printed(entries, line, _RIGHT, because, Place())
        line, _ = said[kind]
        place = self._place(self._text(said, kind), line)
        if kind != "choice" and not place.number:
            message = Message(
                "a sign or a number is that of one number; write its place as "
                "`line:number`, such as `2:1`"
            )
            self._refuse(line, message)
        record_path = record.output_path(block.snippet.path)
        name = record_path.relative_to(self.page.settings.snippets).as_posix()
        source = Source(name, ",".join(block.names), place)
        printed = self._at(place, block.output, line, name, source.section)
        text = sign_of(printed) if kind == "sign" else printed
        return Answer(line, _RIGHT, text, because, source)

    def _wrong(self, said: Entries, kind: str, right: Answer) -> tuple[Answer, ...]:
        least, most = _WRONG[kind]
        line, node = said.get("wrong", (self.fence.line, None))
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        if not least <= len(items) <= most:
            message = Message(
                "a {kind} has {least} to {most} wrong answers, a list below `wrong:`; "
                "this one has {found}",
                kind=kind,
                least=least,
                most=most,
                found=len(items),
            )
            self._refuse(line, message)
        place = right.source.place if right.source else Place()
        return tuple(
            self._wrong_answer(item, kind, number, place)
            for number, item in enumerate(items, 1)
        )

    def _wrong_answer(
        self, item: yaml.Node, kind: str, number: int, place: Place
    ) -> Answer:
        line = self._line(item)
        said = self._entries(item, line)
        ways = {"sign": ("sign",), "question": ("text", "out")}.get(kind, ("out",))
        known = {*ways, "because", *(["at"] if "out" in ways else [])}
        self._check_known(said, known)
        chosen = [way for way in ways if way in said]
        if len(chosen) != 1:
            message = Message(
                "a wrong answer to this has one of {ways}",
                ways=", ".join(f"`{way}:`" for way in ways),
            )
            self._refuse(line, message)
        name, because = f"wrong {number}", self._text(said, "because", line)
        if chosen == ["out"]:
            return self._printed(said, line, name, because, place)
        text = self._text(said, chosen[0], line)
        if kind == "sign" and text not in SIGNS:
            message = Message(
                "'{sign}' is no sign; write positive, zero or negative", sign=text
            )
            self._refuse(line, message)
        return Answer(line, name, text, because)

    def _printed(
        self,
        said: Entries,
        line: int,
        name: str,
        because: str,
        place: Place,
    ) -> Answer:
        """Return an answer that is what a program printed."""
        out = self._text(said, "out", line)
        path, _, section = out.partition(":")
        found = self._record(path, line).get(section)
        if found is None:
            message = Message(
                "no program printed '{out}'; write `folder/file.out:section`, the name "
                "of a record and of a section of it",
                out=out,
            )
            self._refuse(line, message)
        self.evidence.append(found)
        if "at" in said:
            place = self._place(self._text(said, "at"), line)
        text = self._at(place, found, line, path, section)
        return Answer(line, name, text, because, Source(path, section, place))

    def _record(self, name: str, line: int) -> Mapping[str, str]:
        if name not in self.records:
            folder = self.page.settings.snippets
            path = (folder / name).resolve()
            is_one = path.suffix == ".out" and path.is_relative_to(folder)
            try:
                found = record.read(path) if is_one else {}
            except SourceError as error:
                raise SourceError(
                    self.page.path, line, error.problem.message
                ) from error
            self.records[name] = found
        return self.records[name]

    def _at(self, place: Place, output: str, line: int, name: str, section: str) -> str:
        try:
            return place.of(output)
        except MistakeError as error:
            message = Message(
                "there is nothing at this place in {record} [{section}]: {reason}",
                record=name,
                section=section,
                reason=error.message,
            )
            raise SourceError(self.page.path, line, message) from error

    def _place(self, written: str, line: int) -> Place:
        try:
            return outputs.place(written)
        except MistakeError as error:
            raise SourceError(self.page.path, line, error.message) from error

    def _within(self, said: Entries, right: Answer) -> float:
        written = self._text(said, "within")
        match = _WITHIN.fullmatch(written)
        size = float(match["size"]) if match else 0.0
        if match and match["share"]:
            size *= abs(right.value) / 100
        if not size:
            message = Message(
                "'{within}' is no tolerance above 0; write one such as `0.5` or `10%`",
                within=written,
            )
            self._refuse(said["within"][0], message)
        return size

    def _check_different(self, ask: Ask) -> None:
        """Refuse a wrong answer that is, or counts as, another answer."""
        before = [ask.right]
        for answer in ask.wrong:
            gap = abs(answer.value - ask.right.value) if ask.kind == "number" else 1.0
            if gap <= ask.within:
                message = Message(
                    "{wrong} counts as right, within {within} of {right}; narrow "
                    "`within:`, or take another wrong answer",
                    wrong=answer.text,
                    within=f"{ask.within:g}",
                    right=ask.right.text,
                )
                self._refuse(answer.line, message)
            for other in before:
                if answer.text.split() == other.text.split():
                    message = Message(
                        "this wrong answer, '{text}', is also the answer on line "
                        "{line}; take another one",
                        text=answer.text,
                        line=other.line,
                    )
                    self._refuse(answer.line, message)
            before.append(answer)


def sign_of(number: str) -> str:
    """Return which sign a number has, as it was printed."""
    value = float(number)
    return SIGNS[1] if value == 0 else SIGNS[0 if value > 0 else 2]
