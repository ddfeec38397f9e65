"""What the theme styles that a site does not have is left out of its style sheet."""

from pathlib import Path

from derivlearn_site.publish.lean import lean, make_lean

CLASSES = {"page", "note"}
SCRIPTS = 'element.classList.add("opened")'


def test_a_rule_is_kept_for_what_pages_or_scripts_have() -> None:
    for css in (
        "h1{margin:0}",
        ".page .note:hover{color:red}",
        ".opened>p{color:red}",
        ".page:not(.absent){color:red}",
        "@font-face{font-family:x}",
        '@charset "UTF-8";',
        "@media print{.note{color:red}}",
        ".page:is(.note,.absent){color:red}",
    ):
        assert lean(css, CLASSES, SCRIPTS) == css


def test_a_rule_for_what_nothing_has_is_left_out() -> None:
    for css in (
        ".absent{color:red}",
        ".page .absent{color:red}",
        "@media print{.absent{color:red}}",
        "@supports (x:y){@media print{.absent{color:red}.page .absent p{top:0}}}",
    ):
        assert lean(css, CLASSES, SCRIPTS) == ""


def test_of_several_selectors_those_that_match_are_kept() -> None:
    css = ".absent,.page,.note .absent{color:red}"
    assert lean(css, CLASSES, SCRIPTS) == ".page{color:red}"


def test_a_picture_that_no_rule_uses_is_left_out() -> None:
    picture = "url('data:image/svg+xml;charset=utf-8,<svg>,;</svg>')"
    css = f":root{{--one:{picture};--two:{picture}}}.page{{mask:var(--one)}}"
    kept = f":root{{--one:{picture};}}.page{{mask:var(--one)}}"
    assert lean(css, CLASSES, SCRIPTS) == kept


def test_the_style_sheets_of_a_site_are_rewritten(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<p class="page note"><b class=short>')
    (tmp_path / "a/script.js").write_text(SCRIPTS)
    style = tmp_path / "a/main.css"
    style.write_text(".page{top:0}.short{top:0}.opened{top:0}.absent{top:0}")
    make_lean(tmp_path, "a/*.css")
    assert style.read_text() == ".page{top:0}.short{top:0}.opened{top:0}"
