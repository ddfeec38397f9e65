"""The MkDocs plugin: one small site at the root, one full site per language below it.

The hooks are thin. What they decide is decided in `languages`, `html` and `page`.
"""

import logging
import posixpath
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

import nbformat
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils.templates import TemplateContext
from nbclient.exceptions import CellExecutionError

from derivlearn_site.base import languages, settings
from derivlearn_site.base.errors import Message, MistakeError, Problem, SourceError
from derivlearn_site.base.languages import Language
from derivlearn_site.code import record
from derivlearn_site.figures import gallery
from derivlearn_site.notebooks import jupyter as notebook_html
from derivlearn_site.notebooks import kernel, notebook
from derivlearn_site.pages import glossary
from derivlearn_site.pages import page as pages
from derivlearn_site.publish import browser, mathml, render, search
from derivlearn_site.publish import html as markup
from derivlearn_site.translation import drift
from derivlearn_site.translation import translator as translation

_THEME = Path(__file__).parent / "theme"
# The one folder of `docs/` that is published as it stands, for all languages.
_SHARED = "assets/"
_FIRST, _LAST = 100, -100

_log = logging.getLogger(f"mkdocs.plugins.{__name__}")


class SiteConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin in `mkdocs.yml`."""

    languages = Type(dict)
    python = Type(dict)


class SharedFile(File):
    """A file of the root site, seen from the folder of a language as `../…`."""

    def url_relative_to(self, other: File | str) -> str:
        """Return the address from a page of a language."""
        # MkDocs itself drops the `..` of an address that leaves the site.
        root = super().url_relative_to(other)
        return f"../{root}"

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002
        """Do nothing: the build of the root site has published the file."""


@dataclass(frozen=True)
class RenderedPage:
    """What Markdown has made of a page."""

    source: tuple[str, frozenset[str]]
    title: str
    content: str
    toc: TableOfContents
    ids: set[str]
    links: dict[str, dict[str, str]]


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates from one language, and one rebuild, to the next."""

    def __init__(self) -> None:
        """Start empty."""
        self.compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket that has been filled before."""
        if bucket.key in self.compiled:
            bucket.bytecode_from_string(self.compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what is in a bucket."""
        self.compiled[bucket.key] = bucket.bytecode_to_string()


class SitePlugin(BasePlugin[SiteConfig]):  # type: ignore[no-untyped-call]
    """Builds the root site, then each language with the same configuration.

    MkDocs keeps one instance for all these builds; `language` says which is under
    way: None is the root site.
    """

    def __init__(self) -> None:
        """Start as the plugin of the root site."""
        self.serving = False
        self.site_url = ""
        self.repo_url = ""
        self.edit_uri = ""
        self.languages: tuple[Language, ...] = ()
        self.language: Language | None = None
        self.borrowed: frozenset[str] = frozenset()
        self.slugs: dict[str, frozenset[str]] = {}
        self.run = record.Run({}, ())
        self.sources: dict[Path, tuple[dict[Path, str], pages.Page]] = {}
        self.downloads: dict[Path, tuple[pages.Page, str]] = {}
        self.templates = CompiledTemplates()
        self.content = ""
        self.said: list[str] = []
        self.rendered: dict[tuple[str, str], RenderedPage] = {}
        self.shown: dict[str, pages.Page] = {}

    def on_startup(
        self, *, command: Literal["build", "gh-deploy", "serve"], **_: object
    ) -> None:
        """Remember whether someone is watching."""
        self.serving = command == "serve"

    @event_priority(_FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set up the root site or one language."""
        if self.language is None:
            self._configure_root(config)
        else:
            self._configure_language(config, self.language)
        return config

    def _configure_root(self, config: MkDocsConfig) -> None:
        try:
            self.languages = languages.read_languages(self.config.languages)
        except MistakeError as error:
            raise PluginError(f"{_name(config.config_file_path)}: {error}") from error
        self.book = settings.load(Path(config.config_file_path).parent)
        self.said = []
        self.site_url = config.site_url or ""
        self.repo_url = config.repo_url or ""
        self.edit_uri = config.edit_uri or ""
        if not (self.site_url and self.repo_url and self.edit_uri):
            message = Message("set site_url, repo_url and edit_uri")
            raise PluginError(f"mkdocs.yml: {message.both}")
        docs = Path(config.docs_dir)
        self.slugs = {
            language.code: frozenset(
                map(languages.slug_of, _pages(docs / language.code))
            )
            for language in self.languages
        }
        config.nav = []
        # Nothing of Material is published at the root, only our own few pages.
        config.theme.dirs = [str(_THEME / "root")]
        config.theme.static_templates = {"index.html", "404.html", "sitemap.xml"}
        for plugin in config.plugins.values():
            if "enabled" in plugin.config:
                plugin.config["enabled"] = False

    def _configure_language(self, config: MkDocsConfig, language: Language) -> None:
        strings = language.strings
        config.site_name = language.site_name
        config.site_description = strings["description"]
        config.edit_uri = self._edit_url(f"{language.code}/")
        # Material would ask the host of the repository for its stars.
        config.repo_url = None
        # Shows the switch in the header. Not a list, as Material asks for a sitemap
        # beside each address that it finds in one.
        config.extra["alternate"] = True
        config.theme["language"] = language.code
        # mkdocs-jupyter forgets what it has not used in a build, another language too.
        if jupyter := config.plugins.get("mkdocs-jupyter"):
            cache = self.book.root / kernel.NOTEBOOKS / language.code / "cache"
            jupyter.config["cache_dir"] = str(cache)
        config.theme.dirs.insert(0, str(_THEME / "book"))
        for option in config.theme["palette"]:
            name = option["toggle"]["name"]
            option["toggle"]["name"] = strings.get(name, name)
        toc = config.mdx_configs.setdefault("toc", {})
        toc["permalink_title"] = strings["permalink"]

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Run the snippets, once for all languages, and say which records are stale."""
        if self.language is not None:
            return
        _forget_package()
        paths = sorted(self.book.snippets.rglob("*.py"))
        self.run = record.run_all(self.book.root, paths)
        self._report(record.stale(self.book.root, paths, self.run))

    def _report(self, problems: Iterable[Problem]) -> list[str]:
        """Warn of mistakes, with paths as someone at the root would write them."""
        told = [
            str(replace(problem, path=self.book.relative(problem.path)))
            for problem in problems
        ]
        for problem in told:
            _log.warning("%s", problem)
        return told

    @event_priority(_FIRST)
    def _before_jupyter(self, /, files: Files, *, config: MkDocsConfig) -> Files:
        """Give the root site what lies outside the languages, a language its files."""
        if self.language is None:
            return self._files_of_root(files)
        docs = Path(config.docs_dir).parent
        own = [file.src_uri for file in files]
        borrowed = []
        original = docs / self.languages[0].code
        for path in languages.missing_files(_files(original), own):
            files.append(_file(path, original, config))
            borrowed.append(path)
        self.borrowed = frozenset(filter(languages.is_page, borrowed))
        for file in files.documentation_pages():
            self._as_notebook(file)
        for path in _files(docs / _SHARED):
            shared = f"../{_SHARED}{path}"
            files.append(_file(shared, Path(config.docs_dir), config, SharedFile))
        nav = languages.resolve_nav(
            config.nav or [], [file.src_uri for file in files], self.language
        )
        for slug in nav.missing:
            message = languages.no_page(slug, _name(original / f"{slug}.md"))
            _warn(config.config_file_path, message)
        config.nav = nav.items
        return files

    @event_priority(_LAST)
    def _after_jupyter(self, /, files: Files, **_: object) -> Files:
        """Let the files that mkdocs-jupyter has wrapped be those that it was given.

        Its wrapper would find the path anew, that of the Markdown page.
        """
        for file in files:
            if wrapped := vars(file).get("file"):
                file.abs_src_path = wrapped.abs_src_path
        return files

    on_files = CombinedEvent(_before_jupyter, _after_jupyter)  # type: ignore[arg-type]

    def _as_notebook(self, file: File) -> None:
        """Let mkdocs-jupyter show a page that says it is a notebook."""
        source = self._source(Path(file.abs_src_path or ""))
        if not source.is_notebook or source.problems:
            return
        made = notebook.notebook(source, self._strings(source))
        folder = self.book.root / kernel.NOTEBOOKS / source.language
        path = folder / f"{source.slug}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(made, path)
        file.abs_src_path = str(path)

    def _execute(self, page: Page) -> None:
        """Give the notebook of a page its outputs, before mkdocs-jupyter reads it."""
        path, source = str(page.file.abs_src_path), self._path(page)
        made = nbformat.read(path, 4)
        try:
            kernel.execute(made, self.book.root, languages.slug_of(page.file.src_uri))
        except CellExecutionError as error:
            message = Message("a cell of the notebook failed; what it says is below")
            raise PluginError(f"{_name(source)}: {message.both}\n{error}") from error
        nbformat.write(made, path)

    def _strings(self, source: pages.Page) -> Mapping[str, str]:
        """Return the texts of the language that a page is written in."""
        return next(
            language.strings
            for language in self.languages
            if language.code == source.language
        )

    def _source(self, path: Path) -> pages.Page:
        """Read a page, unless nothing that it is read from has changed."""
        _, *parts = path.relative_to(self.book.docs).with_suffix("").parts
        folder = self.book.snippets.joinpath(*parts)
        files = [path, *sorted(folder.glob("*.py")), *sorted(folder.glob("*.out"))]
        texts = {file: file.read_text(encoding="utf-8") for file in files}
        read_from, source = self.sources.get(path, ({}, None))
        if source is None or (read_from, source.settings) != (texts, self.book):
            source = pages.read(path, self.book)
            self.sources[path] = texts, source
        return source

    def _files_of_root(self, files: Files) -> Files:
        codes = {language.code for language in self.languages}
        for file in files.documentation_pages():
            if file.src_uri.partition("/")[0] not in codes:
                message = Message(
                    "lies in no language's folder; move it into one that has an entry "
                    "below `languages:` in mkdocs.yml"
                )
                _warn(file.abs_src_path or file.src_uri, message)
        return Files(file for file in files if file.src_uri.startswith(_SHARED))

    def on_env(self, env: Environment, **_: object) -> Environment:
        """Let the templates know the languages."""
        env.bytecode_cache = self.templates
        env.globals["site_root"] = self.site_url
        env.globals["languages"] = self.languages
        env.globals["language"] = self.language
        env.globals["source_url"] = self.repo_url
        env.globals["alternates_of"] = self._alternates
        return env

    def _edit_url(self, path: str) -> str:
        return languages.edit_url(self.repo_url, self.edit_uri, path)

    def _alternates(self, page_url: str) -> list[languages.Alternate]:
        slug = page_url.rstrip("/") or "index"
        codes = [code for code, slugs in self.slugs.items() if slug in slugs]
        return languages.alternates(self.site_url, page_url, codes)

    @event_priority(_FIRST)
    def on_pre_page(self, page: Page, **_: object) -> Page:
        """Execute a notebook, and send who finds a borrowed page to the original."""
        if _is_notebook(page):
            self._execute(page)
        elif self.serving:
            page.render = partial(self._render, page, page.render)  # type: ignore[method-assign]
        if self._is_borrowed(page):
            original = self.languages[0].code
            page.canonical_url = languages.language_url(
                self.site_url, original, page.url
            )
            page.edit_url = self._edit_url(f"{original}/{page.file.src_uri}")
        return page

    def _render(
        self,
        page: Page,
        render_anew: Callable[[MkDocsConfig, Files], None],
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        """Render a page, unless it was rendered from the same text before.

        Of a rebuild while someone is writing, this is the longest part.
        """
        place = (config.site_dir, page.file.src_uri)
        # Where its links lead, and whether they lead anywhere, depends on the files.
        source = (page.markdown or "", frozenset(files.src_uris))
        known = self.rendered.get(place)
        if known is None or known.source != source:
            said = len(self.said)
            render_anew(config, files)
            links = page.links_to_anchors or {}
            if len(self.said) == said:  # a warning is worth repeating
                self.rendered[place] = RenderedPage(
                    source,
                    str(page.title),
                    page.content or "",
                    page.toc,
                    page.present_anchor_ids or set(),
                    {file.src_uri: dict(anchors) for file, anchors in links.items()},
                )
            return
        page.title, page.content, page.toc = known.title, known.content, known.toc
        page.present_anchor_ids = known.ids
        page.links_to_anchors = {
            file: anchors
            for uri, anchors in known.links.items()
            if (file := files.get_file_from_path(uri))
        }

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Put code, outputs and pictures in the place of their includes."""
        if self.language is None:
            return markdown
        source = self._source(self._path(page))
        self.shown[page.file.src_uri] = source
        if _is_notebook(page):
            page.meta = source.meta
            return markdown
        preamble = self.language.strings["preamble"]
        shown = {block.snippet.path for block in source.blocks}
        failed = [problem for problem in self.run.failed if problem.path in shown]
        problems = [*source.problems]
        try:
            hint = self.language.strings["hint"]
            fresh = self.run.printed
            text = render.render(source, preamble=preamble, hint=hint, fresh=fresh)
            if translation.PLACE in text:
                head = self.language.strings["status_head"]
                tables = "\n".join(translation.tables(self.book, head))
                text = text.replace(translation.PLACE, tables)
        except SourceError as error:
            problems.append(error.problem)
        if problems:
            text = markdown
            del self.shown[page.file.src_uri]
        if told := self._report([*problems, *failed]):
            return markup.markdown_with_problems(text, told)
        return text

    def on_page_content(
        self, html: str, *, page: Page, files: Files, **_: object
    ) -> str:
        """Finish the HTML that Markdown made."""
        if self.language is None:
            return html
        strings, where = self.language.strings, _name(self._path(page))
        source = page.file.src_uri
        try:
            if _is_notebook(page):
                html = notebook_html.from_jupyter(
                    html, where=where, permalink=strings["permalink"]
                )
                html = self._as_page(html, page, files)
            bare, code = markup.without_code(html)
            bare = mathml.render(bare, where=where, label=strings["formula"])
            bare = self._with_hovers(bare, page, files)
            html = markup.with_code(bare, code)
            blocks = self.shown[source].blocks if source in self.shown else []
            programs = {block.id: block.program.source for block in blocks}
            markup.expect_listings(html, programs, where=where)
            if _is_notebook(page):
                html = markup.with_copies(html, programs)
            html = markup.finish(html, strings)
            keys = {block.id: browser.key(block) for block in blocks}
            checked = {block.id for block in blocks if block.check}
            html = markup.with_bars(html, keys, checked, self.language.runner)
            return self._with_notices(html, page)
        except MistakeError as error:
            raise PluginError(str(error)) from error

    def _with_notices(self, html: str, page: Page) -> str:
        """Say of each section that is behind its original that it is."""
        original = self.book.docs / self.languages[0].code / page.file.src_uri
        source = self._source(self._path(page))
        if not self.language or source.path == original or not original.is_file():
            return html
        strings = self.language.strings
        try:
            states = drift.states(self._source(original), source)
        except SourceError as error:
            self._report([error.problem])
            return html
        untranslated = {each.id for each in states if each.state == "untranslated"}
        html = markup.in_language(html, untranslated, self.languages[0].code)
        notices = {
            state.id: markup.notice(
                strings[state.state], strings["changed"], state.change
            )
            for state in states
            if state.state in {"stale", "untranslated"}
        }
        return markup.with_notices(html, notices)

    def _with_hovers(self, html: str, page: Page, files: Files) -> str:
        """Let the terms on a page show what they mean, but not on their own page."""
        source = self._source(self._path(page))
        target = files.get_file_from_path(f"{glossary.PAGE}.md")
        if target is None or source.slug == glossary.PAGE:
            return html
        terms, address = glossary.read(self.book), target.url_relative_to(page.file)
        return glossary.with_hovers(html, terms, source.language, source.slug, address)

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Write beside a page its notebook, and what the page's scripts need."""
        source = self.shown.pop(page.file.src_uri, None)
        if source is None or self.language is None:
            return output
        folder = Path(page.file.abs_dest_path).parent
        folder.mkdir(parents=True, exist_ok=True)
        if live := browser.figures(source, self.language.figures):
            (folder / "figures.json").write_text(live, encoding="utf-8")
        if source.blocks:
            blocks, cells = browser.blocks(source), self._download(source)
            (folder / "blocks.json").write_text(blocks, encoding="utf-8")
            (folder / notebook.file_name(source)).write_text(cells, encoding="utf-8")
        return output

    def _download(self, source: pages.Page) -> str:
        """Return the notebook of a page; one that has not changed has it already."""
        made_of, text = self.downloads.get(source.path, (None, ""))
        if made_of is not source:
            text = notebook.download(source, self._strings(source))
            self.downloads[source.path] = source, text
        return text

    def _as_page(self, html: str, page: Page, files: Files) -> str:
        """Let MkDocs treat a notebook like the pages that it has rendered itself."""
        headings = notebook_html.toc(html)
        page.toc = get_toc(headings)
        page.title = headings[0]["name"] if headings else page.title
        page.present_anchor_ids = markup.ids(html)
        page.links_to_anchors = {}

        def resolve(target: str) -> str:
            path, _, anchor = target.partition("#")
            uri = posixpath.normpath(posixpath.join(page.file.src_uri, "..", path))
            file = files.get_file_from_path(uri)
            if file is None:
                message = Message(
                    "links to '{target}', which is not there; check the name",
                    target=target,
                )
                _warn(self._path(page), message)
                return target
            if anchor and page.links_to_anchors is not None:
                page.links_to_anchors.setdefault(file, {})[anchor] = target
            url = file.url_relative_to(page.file)
            return f"{url}#{anchor}" if anchor else url

        return markup.with_links(html, resolve)

    @event_priority(_FIRST)
    def _before_search(
        self, /, context: TemplateContext, *, page: Page, **_: object
    ) -> TemplateContext:
        """Give the search plugin, which reads the page here, what is to be found."""
        self.content = page.content or ""
        page.content = markup.for_search(self.content)
        return context

    @event_priority(_LAST)
    def _after_search(
        self, /, context: TemplateContext, *, page: Page, **_: object
    ) -> TemplateContext:
        """Tell the template of the notebook, and of the original that stands in."""
        page.content = self.content
        source = self.shown.get(page.file.src_uri)
        if source is not None and source.blocks:
            name: dict[str, Any] = {"notebook": notebook.file_name(source)}
            context.update(name)  # type: ignore[typeddict-item]
        if self.language and self._is_borrowed(page):
            extra: dict[str, Any] = {
                "original": self.languages[0],
                "translate_url": languages.translate_url(
                    self.repo_url,
                    self.edit_uri,
                    self.language.code,
                    page.file.src_uri,
                ),
            }
            context.update(extra)  # type: ignore[typeddict-item]
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def _is_borrowed(self, page: Page) -> bool:
        return page.file.src_uri in self.borrowed

    def _path(self, page: Page) -> Path:
        """Return where a page of a language was written."""
        folder = Path(page.file.src_dir or "")
        return folder / page.file.src_uri

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build every language into the site that has just been built."""
        if self.language is not None:
            code = self.language.code
            first = sorted(self.book.languages, key=lambda other: other != code)
            terms = glossary.search_terms(glossary.read(self.book), first)
            search.write(Path(config.site_dir), terms)
            browser.write_texts(Path(config.site_dir), self.language.runner)
            return
        browser.write(self.book, Path(config.site_dir))
        failed = []
        for language in self.languages:
            self.language = language
            try:
                self._build(config, language)
            except Abort as error:
                failed.append(f"{language.code}: {error}")
            finally:
                self.language = None
        if failed:
            raise Abort("\n".join(failed))

    def _build(self, config: MkDocsConfig, language: Language) -> None:
        docs = Path(config.docs_dir) / language.code
        docs.mkdir(exist_ok=True)
        with _named(_name(docs), self.said):
            nested = load_config(
                config.config_file_path,
                docs_dir=str(docs),
                site_dir=str(Path(config.site_dir) / language.code),
                site_url=languages.language_url(self.site_url, language.code),
                strict=config.strict,
            )
            build(nested, serve_url=nested.site_url if self.serving else None)


def _forget_package() -> None:
    """Let the pictures be drawn with the package as it is now, not as it was."""
    gallery.forget()
    for name in list(sys.modules):
        if name.split(".")[0] == "derivlearn":
            del sys.modules[name]


@contextmanager
def _named(folder: str, said: list[str]) -> Iterator[None]:
    """Put the folder of the language in front of what MkDocs says of its pages.

    Each warning is kept in `said`.
    """

    def name(record: logging.LogRecord) -> bool:
        # Each handler sees the same record.
        if record.levelno >= logging.WARNING and not hasattr(record, "in_folder"):
            record.in_folder = folder
            said.append(record.getMessage())
            if record.name != _log.name:
                record.msg, record.args = f"{folder}: {record.getMessage()}", ()
        return True

    handlers = list(logging.getLogger("mkdocs").handlers)
    for handler in handlers:
        handler.addFilter(name)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(name)


def _files(folder: Path) -> list[str]:
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in paths if not _is_hidden(path))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _pages(folder: Path) -> list[str]:
    return [path for path in _files(folder) if languages.is_page(path)]


def _file(
    path: str, folder: Path, config: MkDocsConfig, kind: type[File] = File
) -> File:
    return kind(path, str(folder), config.site_dir, config.use_directory_urls)


def _is_notebook(page: Page) -> bool:
    return (page.file.abs_src_path or "").endswith(".ipynb")


def _warn(path: str | Path, message: Message) -> None:
    """Warn of a mistake for which no line can be named."""
    _log.warning("%s: %s", _name(path), message.both)


def _name(path: str | Path) -> str:
    """Return a path as a person standing in the current folder would write it."""
    path = Path(path)
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
