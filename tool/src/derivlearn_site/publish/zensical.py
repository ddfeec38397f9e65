"""The adapter to Zensical: each language as a project that it can build.

The staged pages, what lies beside them and what all pages load are written as the
sources of a project, so that nothing has to be done after Zensical. What is not there
yet, with what it needs:

- the navigation of the book and the titles of its parts: `nav` in the project's
  settings, with the titles of the pages;
- the book's own search: Zensical's index in the place of `search_index.json`;
- notices on borrowed pages, the link to the notebook, the footer: templates of the
  theme, in Zensical's own language for templates;
- the switch between languages, `hreflang`, the small pages at the root: one project
  above the others, and templates;
- pages that a language borrows: they are written only where a language has them.
"""

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import yaml

from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.languages import Language
from derivlearn_site.base.settings import Settings
from derivlearn_site.publish import browser
from derivlearn_site.publish.site import Build

_FONTS = "assets/fonts"
# Staged pages hold what they include, and the settings of fences name a function, for
# which YAML's writer has no tag.
_LEFT_OUT = ("pymdownx.snippets", "pymdownx.superfences")
_FENCES = """\
- pymdownx.superfences:
    custom_fences:
    - name: "*"
      class: highlight
      format: !!python/name:derivlearn_site.publish.listings.fence
"""


def stage(book: Settings, into: Path) -> list[Problem]:
    """Write a project for each language of a book; return what is wrong.

    `zensical build` in the folder of a language then makes its site.

    Raises:
        SourceError: Something else lies where a project is to be written.
    """
    for code in book.languages:
        _may_write(into / code)
    build = Build(book)
    problems = build.run_all()
    for language in build.languages:
        folder = into / language.code
        shutil.rmtree(folder, ignore_errors=True)
        problems += _pages(build, language, folder / "docs")
        _shared(build, language, folder / "docs")
        (folder / "mkdocs.yml").write_text(_settings(build, language), encoding="utf-8")
    return problems


def _may_write(folder: Path) -> None:
    """Refuse to delete what is no project, as the pages of the book itself."""
    if folder.exists() and not (folder / "mkdocs.yml").is_file():
        message = Message("is there, but is no project; name another folder")
        raise SourceError(folder, 1, message)


def _pages(build: Build, language: Language, docs: Path) -> Iterator[Problem]:
    for path in build.book.pages(language.code):
        staged = build.stage(path, language)
        yield from staged.problems
        slug = staged.source.slug
        above = "../" * (0 if slug == "index" else slug.count("/") + 1)
        page = docs / f"{slug}.md"
        beside = docs if slug == "index" else docs / slug
        beside.mkdir(parents=True, exist_ok=True)
        runner = _runner(build.book, language, above)
        page.write_text(f"{staged.text}\n{runner}", encoding="utf-8")
        for name, text in build.beside(staged, language):
            (beside / name).write_text(text, encoding="utf-8")


def _runner(book: Settings, language: Language, above: str) -> str:
    """Return the element on which a page tells the runner where its texts are."""
    texts = language.runner
    return (
        f'<div id="dl-runner" hidden data-book="{escape(book.config["site_name"])}"'
        f' data-texts="{above}runner.json"'
        f' data-page="{escape(texts["page"])}"'
        f' data-output="{escape(texts["pages"])}"'
        f' data-yours="{escape(texts["yours"])}"'
        f' data-link="{escape(texts["from_link"])}"'
        f' data-earlier="{escape(texts["earlier"])}"'
        f' data-unreachable="{escape(texts["unreachable"])}"'
        f' data-begun="{escape(language.strings["begun_mark"])}"'
        f' data-finished="{escape(language.strings["finished_mark"])}"></div>\n'
        f'<div id="dl-asking" hidden data-skip="{escape(texts["ask_skip"])}"'
        f' data-answer="{escape(texts["ask_do"])}"></div>\n'
    )


def _shared(build: Build, language: Language, docs: Path) -> None:
    """Write what all pages load."""
    book, scripts = build.book, docs / build.scripts
    for name, to in ((browser.BUILT, scripts), (_FONTS, docs / _FONTS)):
        if (book.docs / name).is_dir():
            shutil.copytree(book.docs / name, to)
    browser.write(book, scripts)
    browser.write_texts(docs, language.runner)


def _settings(build: Build, language: Language) -> str:
    extensions = build.book.config["markdown_extensions"]
    scripts = [
        f"{build.scripts}/{name}.js" for name in ("runner/start", "asking/waiting")
    ]
    own = {"book": str(build.book.root), "language": language.code}
    settings: dict[str, Any] = {
        "site_name": language.site_name,
        "site_url": build.address(language.code),
        "theme": {"variant": "classic", "language": language.code, "font": False},
        "extra_css": [f"{build.scripts}/{name}.css" for name in ("book", "asking")],
        "extra_javascript": [{"path": path, "type": "module"} for path in scripts],
        "markdown_extensions": [
            *(each for each in extensions if not any(out in each for out in _LEFT_OUT)),
            {"derivlearn_site.publish.extension": own},
        ],
    }
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False) + _FENCES
