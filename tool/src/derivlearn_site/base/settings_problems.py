"""What is wrong with `mkdocs.yml` that would not keep it from being read.

MkDocs tells of its own settings when it builds; a contributor is told here, and of what
would let a page load something from elsewhere, too.
"""

import difflib
from collections.abc import Collection, Iterable, Iterator

import yaml

from derivlearn_site.base import allowed, hygiene, settings
from derivlearn_site.base.errors import Message, Problem
from derivlearn_site.base.hygiene import Told
from derivlearn_site.base.settings import PLUGIN, Settings

# What MkDocs itself reads.
MKDOCS = (
    *("INHERIT", "copyright", "dev_addr", "docs_dir"),
    *("draft_docs", "edit_uri", "edit_uri_template", "exclude_docs"),
    *("extra", "extra_css", "extra_javascript", "extra_templates"),
    *("hooks", "markdown_extensions", "mdx_configs", "nav"),
    *("not_in_nav", "plugins", "remote_branch", "remote_name"),
    *("repo_name", "repo_url", "site_author", "site_description"),
    *("site_dir", "site_name", "site_url", "strict"),
    *("theme", "use_directory_urls", "validation", "watch"),
)
# Of these, each page loads what they name.
_LOADED = ("extra_css", "extra_javascript")
# And of the theme these.
_THEIRS = ("logo", "favicon", "custom_dir")


def problems(book: Settings) -> Iterator[Problem]:
    """Yield what is wrong, with its line."""
    path = book.root / "mkdocs.yml"
    root = settings.node(hygiene.text_of(path))
    if isinstance(root, yaml.MappingNode):
        for line, message in sorted({*_amiss(root)}):
            yield Problem(path, line, message)


def _amiss(root: yaml.MappingNode) -> Told:
    for mapping in _mappings(root):
        yield from hygiene.doubled_keys(mapping)
    yield from _unknown(root, MKDOCS)
    own = settings.below(settings.below(root, "plugins"), PLUGIN)
    if isinstance(own, yaml.MappingNode):
        yield from _unknown(own, settings.OPTIONS)
    theme = settings.below(root, "theme")
    loaded = [settings.below(root, key) for key in _LOADED]
    loaded += [settings.below(theme, key) for key in _THEIRS]
    for node in _texts(loaded):
        if allowed.is_elsewhere(node.value):
            message = Message(
                "'{address}' would be loaded by each page from elsewhere; put the file "
                "into docs/assets/",
                address=node.value,
            )
            yield node.start_mark.line + 1, message


def _unknown(node: yaml.MappingNode, known: Collection[str]) -> Told:
    """Yield the keys of a mapping that nothing reads."""
    for key, _ in node.value:
        name = str(key.value)
        if name in known:
            continue
        near = difflib.get_close_matches(name, known, 1)
        line = key.start_mark.line + 1
        if near:
            message = Message(
                "nothing is called '{key}' here; is '{near}' meant?",
                key=name,
                near=near[0],
            )
        else:
            message = Message("nothing is called '{key}' here; delete it", key=name)
        yield line, message


def _mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _mappings(each)


def _texts(nodes: Iterable[yaml.Node | None]) -> Iterator[yaml.ScalarNode]:
    for node in nodes:
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.SequenceNode):
            yield from _texts(node.value)
        elif isinstance(node, yaml.MappingNode):
            yield from _texts(value for _, value in node.value)
