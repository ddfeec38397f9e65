"""The good and the bad examples of a glossary, which the checks have to tell apart."""

import shutil
from collections.abc import Iterable, Sequence

from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import glossary
from derivlearn_site.translation import textlint
from needs import NPM, WEB, needs


def told_apart_by_its_words(
    term: glossary.Term, terms: Sequence[glossary.Term], language: str
) -> None:
    """See that the check of the prose tells the examples of a term apart."""
    good, bad = (term.examples(language, kind) for kind in ("good", "bad"))

    def wrong(text: str) -> list[tuple[str, str]]:
        found = glossary.wrong_words_of(text, terms, language)
        return [(each.id, word) for each, word in found]

    assert {text: wrong(text) for text in good if wrong(text)} == {}
    reported = {word for text in bad for id_, word in wrong(text) if id_ == term.id}
    assert reported == set(term.never(language))
    assert all(wrong(text) for text in bad)
    assert bool(good) == bool(bad)


class Linted:
    """What textlint says of a book, of the examples of its glossary, and of more.

    It is asked once, because it takes seconds to learn Japanese.
    """

    def __init__(self, book: Settings, more: Iterable[textlint.Text] = ()) -> None:
        """Ask textlint, if it is there."""
        if shutil.which("node") is None:
            needs("Node", "install it, version 20 or later")
        if not (WEB / "node_modules/textlint").is_dir():
            needs("textlint", NPM)
        terms = glossary.read(book)
        self.sentences = {
            book.root / kind: [
                text
                for term in terms
                for text in term.examples(textlint.LANGUAGE, kind)
            ]
            for kind in ("good", "bad")
        }
        examples = [
            (path, "\n\n".join(texts) + "\n") for path, texts in self.sentences.items()
        ]
        self.problems = textlint.lint([*textlint.prose(book), *examples, *more], book)

    def tells_the_examples_apart(self) -> None:
        """See that each bad example is found to use a wrong word, and no good one."""
        good, bad = (
            {p.line for p in self.problems if p.path == path and "[prh]" in p.message}
            for path in self.sentences
        )
        [_, wrong] = self.sentences.values()
        assert good == set()
        assert bad == {2 * n + 1 for n in range(len(wrong))}
