"""The adapter to MkDocs: a small site at the root, and one site per language below it.

MkDocs keeps one plugin for all these builds. It hands each event to the builder of the
site that is under way; what a page becomes is decided in `site`.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils.templates import TemplateContext

from derivlearn_site.base import files, languages, settings, settings_problems, texts
from derivlearn_site.base.errors import Message, MistakeError, Problem, SourceError
from derivlearn_site.base.kept import FOLDER
from derivlearn_site.base.languages import Language
from derivlearn_site.notebooks import notebook
from derivlearn_site.publish import (
    asking,
    browser,
    lean,
    ordering,
    place,
    ready,
    site,
)
from derivlearn_site.publish.extension import BookExtension
from derivlearn_site.publish.ready import Ready
from derivlearn_site.publish.site import SHARED, Build, Staged

_THEME = Path(__file__).parent / "theme"
# Where the theme has its own texts, and what stands there for a language without any.
_WORDS = "partials/languages"
_OTHER_WORDS = """\
{{%- import "{wider}" as wider -%}}
{{%- macro t(key) -%}}
{{{{ "{code}" if key == "language" else wider.t(key) }}}}
{{%- endmacro -%}}
"""
_FIRST = 100

_log = logging.getLogger(f"mkdocs.plugins.{__name__}")


class SiteConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin in `mkdocs.yml`."""

    # What is wrong with it is told when the settings are read.
    languages = Type(object, default=())
    python = Type(dict)
    package = Type(str, default="")
    packages = Type(dict, default={})
    released = Type(bool, default=False)
    reference = Type(str, default="")
    glossary = Type(str, default="glossary")
    may_name_wrong_words = Type(list, default=[])
    parts = Type(list, default=[])


class SharedFile(File):
    """A file of the root site, seen from the folder of a language as `../…`."""

    def url_relative_to(self, other: File | str) -> str:
        """Return the address from a page of a language."""
        # MkDocs itself drops the `..` of an address that leaves the site.
        root = super().url_relative_to(other)
        return f"../{root}"

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002
        """Do nothing: the build of the root site has published the file."""


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


class Shared:
    """What the builders of the root site and of the languages share."""

    def __init__(self, build: Build) -> None:
        """Start with nothing built."""
        self.build = build
        self.templates = CompiledTemplates()
        # What was warned of; a page of which something is told is made anew.
        self.said: list[str] = []

    def prepare(self, env: Environment, language: Language | None) -> None:
        """Let the templates know the languages."""
        config = self.build.book.config
        env.bytecode_cache = self.templates
        env.globals.update(
            site_root=config["site_url"],
            book=config["site_name"],
            source_url=config["repo_url"],
            languages=self.build.languages,
            language=language,
            built=f"../{self.build.scripts}",
            alternates_of=self.build.alternates,
            contents_of=partial(place.contents, self.build.book),
        )

    def report(self, problems: Iterable[Problem]) -> None:
        """Warn of mistakes, which ends a strict build."""
        for problem in problems:
            _log.warning("%s", self.build.told(problem))


class RootBuilder:
    """Builds the few pages above the languages, then each language."""

    def __init__(self, shared: Shared, config: MkDocsConfig) -> None:
        """Publish nothing of the theme at the root, only our own few pages."""
        self.shared = shared
        config.nav = []
        config.theme.dirs = [str(_THEME / "root"), str(_THEME / "shared")]
        config.theme.static_templates = {"index.html", "404.html", "sitemap.xml"}
        for plugin in config.plugins.values():
            if "enabled" in plugin.config:
                plugin.config["enabled"] = False

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Publish what lies outside of the languages."""
        del config
        build = self.shared.build
        self.shared.report(build.unlisted())
        shared = [file for file in files if file.src_uri.startswith(SHARED)]
        for file in shared:
            if file.src_uri.startswith(f"{browser.BUILT}/"):
                file.dest_uri = file.src_uri.replace(browser.BUILT, build.scripts, 1)
        return Files(shared)

    def env(self, env: Environment) -> None:
        """Let the templates know the languages."""
        self.shared.prepare(env, None)


@dataclass
class OnePage:
    """A page on its way through MkDocs."""

    path: Path
    key: str
    kept: Path
    # How many warnings there were before it.
    said: int
    # What it has become, now or in an earlier build.
    ready: Ready | None
    staged: Staged | None = None


class LanguageBuilder:
    """Builds the site of one language."""

    def __init__(
        self, shared: Shared, language: Language, config: MkDocsConfig
    ) -> None:
        """Set up the site with the texts of the language."""
        self.shared, self.build, self.language = shared, shared.build, language
        self.pages: dict[str, OnePage] = {}
        self.borrowed: frozenset[str] = frozenset()
        strings, book = language.strings, self.build.book
        self.markdown = BookExtension(book=str(book.root), language=language.code)
        config.markdown_extensions.append(self.markdown)  # type: ignore[arg-type]
        config.site_name = language.site_name
        config.site_description = strings["description"]
        config.edit_uri = self.build.edit_url(f"{language.code}/")
        # Material would ask the host of the repository for its stars.
        config.repo_url = None
        # Shows the switch in the header. Not a list, as Material asks for a sitemap
        # beside each address that it finds in one.
        config.extra["alternate"] = True
        config.extra_css.append(f"../{self.build.scripts}/book.css")
        config.theme["language"] = language.code
        self._introduce(config)
        config.theme.dirs[:0] = [str(_THEME / "book"), str(_THEME / "shared")]
        for option in config.theme["palette"]:
            name = option["toggle"]["name"]
            option["toggle"]["name"] = strings.get(name, name)
        toc = config.mdx_configs.setdefault("toc", {})
        toc["permalink_title"] = strings["permalink"]

    def _introduce(self, config: MkDocsConfig) -> None:
        """Let the theme know the language: by its own texts, or else by others."""
        code, folders = self.language.code, list(map(Path, config.theme.dirs))
        known = [code, code.partition("-")[0], languages.FALLBACK]
        for other in known:
            name = f"{_WORDS}/{other}.html"
            if any((folder / name).is_file() for folder in folders):
                break
        if other == code:
            return
        made = self.build.book.root / FOLDER / "theme"
        own = made / f"{_WORDS}/{code}.html"
        own.parent.mkdir(parents=True, exist_ok=True)
        text = _OTHER_WORDS.format(wider=name, code=code)
        own.write_text(text, encoding="utf-8")
        config.theme.dirs.append(str(made))

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add what the language borrows from the original, and what all share."""
        if own_texts := files.get_file_from_path(texts.FILE):
            files.remove(own_texts)  # they are for the tools
        own = [file.src_uri for file in files]
        original = self.build.original
        missing = languages.missing_files(site.files(original), own)
        for path in missing:
            files.append(_file(path, original, config))
        self.borrowed = frozenset(filter(languages.is_page, missing))
        for path in site.files(original.parent / SHARED):
            shared = f"../{SHARED}{path}"
            files.append(_file(shared, Path(config.docs_dir), config, SharedFile))
        uris = [file.src_uri for file in files]
        nav = languages.resolve_nav(config.nav or [], uris, self.language)
        for slug in nav.missing:
            page = self.build.book.relative(original / f"{slug}.md")
            message = languages.no_page(slug, page.as_posix())
            settings_file = self.build.book.root / "mkdocs.yml"
            self.shared.report([Problem(settings_file, 1, message)])
        config.nav = nav.items
        return files

    def env(self, env: Environment) -> None:
        """Let the templates know the languages, and which one this is."""
        self.shared.prepare(env, self.language)

    def begin_page(self, page: Page, files: Files) -> None:
        """Send who finds a borrowed page to the original; look for what it became."""
        uri = page.file.src_uri
        path = Path(page.file.src_dir or "") / uri
        key = self.build.key(path, self.language, [*files.src_uris])
        slug = languages.slug_of(uri)
        kept = ready.place(self.build.book, self.language.code, slug)
        found = ready.find(kept, key)
        self.pages[uri] = OnePage(path, key, kept, len(self.shared.said), found)
        page.render = partial(self._render, page, page.render)  # type: ignore[method-assign]
        if uri in self.borrowed:
            original = self.build.languages[0].code
            page.canonical_url = self.build.address(original, page.url)
            page.edit_url = self.build.edit_url(f"{original}/{uri}")

    def stage(self, page: Page) -> str:
        """Return the text that is given to Markdown; none, if the page is ready."""
        one = self.pages[page.file.src_uri]
        if one.ready:
            page.meta = one.ready.meta
            return ""
        one.staged = self.build.stage(one.path, self.language)
        page.meta = one.staged.source.meta
        self.shared.report(one.staged.problems)
        return one.staged.text

    def _render(
        self,
        page: Page,
        render_anew: Callable[[MkDocsConfig, Files], None],
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        one = self.pages[page.file.src_uri]
        if one.ready:
            _show(one.ready, page, files)
        else:
            self._render_anew(one, page, render_anew, config, files)
        # What the theme's navigation shows instead of the title.
        slug = languages.slug_of(page.file.src_uri)
        page.typeset = place.in_navigation(self.build.book, slug, str(page.title))  # type: ignore[attr-defined]

    def _render_anew(
        self,
        one: OnePage,
        page: Page,
        render_anew: Callable[[MkDocsConfig, Files], None],
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        render_anew(config, files)
        assert one.staged  # noqa: S101 - `stage` came before
        mistakes = self.markdown.formulas.mistakes
        self.shared.report(self.build.formula_problems(one.staged, mistakes))
        self.shared.report(site.without_listing(one.staged, page.content or ""))
        one.ready = self._ready(page, one.staged)
        if len(self.shared.said) == one.said:
            ready.keep(one.kept, one.key, one.ready)

    def _ready(self, page: Page, staged: Staged) -> Ready:
        links = page.links_to_anchors or {}
        return Ready(
            title=str(page.title),
            meta=dict(page.meta),
            content=page.content or "",
            toc=[_token(item) for item in page.toc],
            ids=sorted(page.present_anchor_ids or ()),
            links={file.src_uri: dict(anchors) for file, anchors in links.items()},
            beside=dict(self.build.beside(staged, self.language)),
            notebook=notebook.file_name(staged.source) if staged.blocks else "",
        )

    def context(self, context: TemplateContext, page: Page) -> None:
        """Tell the template of notebook and questions, and of what stands in."""
        uri = page.file.src_uri
        found = self._of(page)
        own: dict[str, Any] = {
            "notebook": found.notebook,
            "asks": bool({asking.FILE, ordering.FILE} & {*found.beside}),
        }
        if uri in self.borrowed:
            own["original"] = self.build.languages[0]
            own["translate_url"] = self.build.translate_url(self.language.code, uri)
        context.update(own)  # type: ignore[typeddict-item]

    def end_page(self, page: Page) -> None:
        """Write beside a page its notebook, and what the page's scripts need."""
        folder = Path(page.file.abs_dest_path).parent
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in self._of(page).beside.items():
            (folder / name).write_text(text, encoding="utf-8")

    def _of(self, page: Page) -> Ready:
        found = self.pages[page.file.src_uri].ready
        assert found  # noqa: S101 - the page has been rendered
        return found


class SitePlugin(BasePlugin[SiteConfig]):  # type: ignore[no-untyped-call]
    """Hands the events of MkDocs to the builder of the site that is under way."""

    def __init__(self) -> None:
        """Wait for the first event."""
        self.serving = False
        self.shared: Shared | None = None
        self.language: Language | None = None
        self.builder: RootBuilder | LanguageBuilder

    def on_startup(
        self, *, command: Literal["build", "gh-deploy", "serve"], **_: object
    ) -> None:
        """Remember whether someone is watching."""
        self.serving = command == "serve"

    def on_build_error(self, *, error: Exception, **_: object) -> None:
        """Tell a mistake in the sources as one, without a traceback.

        Raises:
            PluginError: MkDocs tells what it says.
        """
        here = Path.cwd()
        told = languages.catalogue(here / "docs")
        if isinstance(error, SourceError):
            path = error.problem.path
            short = path.relative_to(here) if path.is_relative_to(here) else path
            problem = replace(error.problem, path=short)
            raise PluginError(problem.told(told)) from error
        if isinstance(error, MistakeError):
            raise PluginError(error.told(told)) from error

    @event_priority(_FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Choose the builder."""
        if self.language and self.shared:
            self.builder = LanguageBuilder(self.shared, self.language, config)
            return config
        book = settings.load(Path(config.config_file_path).parent)
        if not (config.site_url and config.repo_url and config.edit_uri):
            raise MistakeError(
                Message("set site_url, repo_url and edit_uri"), "mkdocs.yml"
            )
        amiss = [*files.links(book), *settings_problems.problems(book)]
        for problem in amiss or files.problems(book):
            raise SourceError(problem.path, problem.line, problem.message)
        if self.shared is None:
            self.shared = Shared(Build(book))
        else:
            self.shared.build.renew(book)
        self.builder = RootBuilder(self.shared, config)
        return config

    def on_pre_build(self, **_: object) -> None:
        """Run the snippets, once for all languages, and say which records are stale."""
        if self.shared and self.language is None:
            self.shared.report(self.shared.build.run_all())

    @event_priority(_FIRST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Choose and complete the files of the site."""
        return self.builder.files(files, config)

    def on_env(self, env: Environment, **_: object) -> Environment:
        """Let the templates know the languages."""
        self.builder.env(env)
        return env

    @event_priority(_FIRST)
    def on_pre_page(self, page: Page, *, files: Files, **_: object) -> Page:
        """Prepare a page."""
        if isinstance(self.builder, LanguageBuilder):
            self.builder.begin_page(page, files)
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Put the staged page in the place of its source."""
        if isinstance(self.builder, LanguageBuilder):
            return self.builder.stage(page)
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: Page, **_: object
    ) -> TemplateContext:
        """Complete what the template knows."""
        if isinstance(self.builder, LanguageBuilder):
            self.builder.context(context, page)
        return context

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Write what lies beside a page."""
        if isinstance(self.builder, LanguageBuilder):
            self.builder.end_page(page)
        return output

    @event_priority(-_FIRST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete a site; after the root, build every language into it."""
        here = Path(config.site_dir)
        shared = self.builder.shared
        if self.language is not None:
            shared.build.finish(here, self.language)
            lean.make_lean(here, "assets/stylesheets/*.css")
            return
        browser.write(shared.build.book, here / shared.build.scripts)
        failed = []
        for language in shared.build.languages:
            self.language = language
            try:
                self._build(config, shared, language)
            except Abort as error:
                failed.append(f"{language.code}: {error}")
            finally:
                self.language = None
        if failed:
            raise Abort("\n".join(failed))

    def _build(self, config: MkDocsConfig, shared: Shared, language: Language) -> None:
        docs = Path(config.docs_dir) / language.code
        docs.mkdir(exist_ok=True)
        with _named(shared.build.book.relative(docs).as_posix(), shared.said):
            nested = load_config(
                config.config_file_path,
                docs_dir=str(docs),
                site_dir=str(Path(config.site_dir) / language.code),
                site_url=shared.build.address(language.code),
                strict=config.strict,
            )
            build(nested, serve_url=nested.site_url if self.serving else None)


def _file(
    path: str, folder: Path, config: MkDocsConfig, kind: type[File] = File
) -> File:
    return kind(path, str(folder), config.site_dir, config.use_directory_urls)


def _show(found: Ready, page: Page, files: Files) -> None:
    """Let a page be what it has become in an earlier build."""
    page.title, page.content, page.toc = found.title, found.content, get_toc(found.toc)  # type: ignore[arg-type]
    page.present_anchor_ids = set(found.ids)
    page.links_to_anchors = {
        file: anchors
        for uri, anchors in found.links.items()
        if (file := files.get_file_from_path(uri))
    }


def _token(item: AnchorLink) -> dict[str, Any]:
    """Return an entry of a page's contents, as `get_toc` takes it."""
    children = [_token(child) for child in item.children]
    return {
        "level": item.level,
        "id": item.id,
        "name": item.title,
        "children": children,
    }


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
