"""What was left in another language, or in letters that only look right, is told.

So are numbers of figures that differ, and code that the checks themselves run. Each
mistake is made in a copy of the frozen book.
"""

import unicodedata
from pathlib import Path

import pytest

import frozen_book
from frozen_book import Edit, put
from mistake import Mistake

EN, JA = "docs/en/growth.md", "docs/ja/growth.md"
DRAWING = "figures/growth/drawing.py"
SENTENCE = "Here is a function to work with."
SATZ = "関数をひとつ用意します。"
OTHER = "this is not written in English"
ANDERE = "this is not written in 日本語"
LONG = "Suppose a bank pays interest once a year, and you leave it where it is."


def behind(text: str) -> Edit:
    """Put something behind a sentence."""
    return put(SENTENCE, f"{SENTENCE}{text}")


def below(text: str, sentence: str = SENTENCE) -> Edit:
    """Put a paragraph above a sentence, so that it stands alone."""
    return put(sentence, f"{text}\n\n{sentence}")


LEFT = [
    Mistake(
        "a paragraph is left in the original",
        EN,
        below("銀行が年に一度だけ利息を付けるとします。"),
        OTHER,
    ),
    Mistake("a heading is left", EN, put("## Wait a year", "## 一年待つ"), OTHER),
    Mistake(
        "a caption is left",
        EN,
        put(
            "caption: As payments become more frequent, the steps turn into the curve.",
            "caption: こまめに払うほど、階段は曲線に近づきます。",
        ),
        OTHER,
        at="```figure",
    ),
    Mistake(
        "a text alternative is left",
        EN,
        put(
            "alt: A smooth curve that rises from 1 to 2.7 within a year, and below it "
            "the steps of four payments.",
            "alt: 1年で1から2.7まで上がる曲線と、その下にある4回の支払いの階段。",
        ),
        OTHER,
        at="```figure",
    ),
    Mistake(
        "a description is left",
        EN,
        put(
            "Wait a year. How far does the amount grow? Interest on interest, built "
            "from running code and real numbers.",
            "1年待つと、お金はどれだけふえるでしょうか。",
        ),
        OTHER,
    ),
    Mistake("a paragraph is in English", JA, below(LONG, SATZ), ANDERE),
    Mistake(
        "a paragraph is in Korean",
        JA,
        below("은행이 일 년에 한 번만 이자를 줍니다.", SATZ),
        ANDERE,
    ),
    Mistake(
        "a paragraph is in Russian",
        EN,
        below("Банк выплачивает проценты один раз в год."),
        OTHER,
    ),
    Mistake(
        "a paragraph is in Arabic",
        EN,
        below("يدفع البنك الفائدة مرة واحدة في السنة."),
        OTHER,
    ),
    *(
        Mistake(
            f"a form of another language is there: {form}",
            JA,
            put(SATZ, f"{SATZ}{form}です。"),
            f"日本語 has no character '{form[0]}'; write its own form",
        )
        for form in ("导数", "变数", "权重", "说明")
    ),
]

LETTERS = [
    Mistake(
        "kana are decomposed",
        JA,
        lambda data: data.replace(
            "が".encode(), unicodedata.normalize("NFD", "が").encode(), 1
        ),
        "writes が as several characters; save the file in NFC",
    ),
    Mistake(
        "a letter is decomposed", EN, behind(" caf\u0065\u0301"), "writes é as several"
    ),
    *(
        Mistake(f"there is {name}", EN, behind(f" a{sign}b"), f"holds {code}")
        for name, sign, code in [
            ("a filler of Hangul", "\u3164", "U+3164"),
            ("a half-width filler", "\uffa0", "U+FFA0"),
            ("a letter of a tag", "\U000e0041", "U+E0041"),
            ("a selector of a variant", "\ufe0f", "U+FE0F"),
            ("a selector of an ideograph", "\U000e0100", "U+E0100"),
            ("a joiner that is not to be seen", "\u034f", "U+034F"),
            ("a mark of another direction", "\u202e", "U+202E"),
            ("an invisible times", "\u2062", "U+2062"),
            ("an annotation", "\ufff9", "U+FFF9"),
        ]
    ),
    *(
        Mistake(f"a word has {name}", EN, behind(f" {word} "), f"'{word}' holds U+")
        for name, word in [
            ("a Cyrillic a", "\u0430mount"),
            ("a Cyrillic e", "int\u0435rest"),
            ("a Cyrillic capital", "\u0410mount"),
            ("a Greek o", "am\u03bfunt"),
            ("a Greek capital", "\u0391mount"),
        ]
    ),
    Mistake(
        "a text of the site has an invisible character",
        "docs/en/book.yml",
        put("read: Read", "read: Re\u200bad"),
        "holds U+200B",
    ),
    Mistake(
        "a term has an invisible character",
        "docs/glossary.yml",
        put("en: principal", "en: princi\u00adpal"),
        "holds U+00AD",
    ),
    Mistake(
        "a snippet has an invisible character",
        "snippets/growth/years.py",
        lambda data: data + "# a\u200bb\n".encode(),
        "holds U+200B",
    ),
    Mistake(
        "a conflict is left in the texts",
        "docs/en/book.yml",
        lambda data: data + b"<<<<<<< HEAD\n",
        "a merge conflict is left here",
        at="<<<<<<<",
    ),
]

FIGURES = [
    Mistake(
        f"a number of {name} is changed",
        EN,
        edit,
        message,
        at=at,
    )
    for name, edit, message, at in [
        (
            "a text alternative",
            put("1 to 2.7", "1 to 2.8"),
            "numbers: has 2.8",
            "alt: ",
        ),
        (
            "a caption",
            put("caption: As", "caption: 45 times as"),
            "has 45",
            "caption: ",
        ),
        ("a label", put("curve: ever", "curve: 3.5 times ever"), "has 3.5", "curve: "),
        (
            "a sentence",
            put("With {n} payments", "With {n} of 365"),
            "has 365",
            "says: ",
        ),
    ]
] + [
    Mistake(
        "a number with a unit is changed",
        EN,
        put("from 1 to 2.7 within", "from 1 to 2.7cm and 2.9cm within"),
        "numbers: has 2.9",
        at="alt: ",
    ),
    Mistake(
        "a formula cannot be shown",
        JA,
        put(SATZ, f"{SATZ}$\\frob{{x}}$です。"),
        "the formula `\\frob{x}`: ",
    ),
    Mistake(
        "a formula on lines of its own cannot be shown",
        JA,
        put("e^r = ", "e^r^2 = "),
        "the formula `e^r^2",
        at="$$\n",
    ),
    Mistake(
        "a snippet lies in no page's folder",
        "snippets/nochapter/more.py",
        lambda _: b"x = 1\n",
        "lies in the folder of no page",
    ),
    Mistake(
        "a snippet lies too deep",
        "snippets/growth/more/again.py",
        lambda _: b"x = 1\n",
        "lies in the folder of no page",
    ),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen_book.copy(tmp_path_factory.mktemp("frozen") / "book")


@pytest.mark.parametrize(
    "mistake", [pytest.param(m, id=m.name) for m in (*LEFT, *LETTERS, *FIGURES)]
)
def test_what_nobody_would_see_is_told(book: Path, mistake: Mistake) -> None:
    with frozen_book.edited(book, mistake.file, mistake.edit) as (before, after):
        mistake.assert_told(book, before, after, frozen_book.problems(book))


@pytest.mark.parametrize(
    ("file", "code", "message"),
    [
        (DRAWING, "import nothing_there\n", "fails: ModuleNotFoundError: No module"),
        (DRAWING, "def (\n", "fails: SyntaxError: invalid syntax; correct it"),
        (DRAWING, "1 / 0\n", "fails: ZeroDivisionError: division by zero; correct it"),
    ],
)
def test_a_picture_that_fails_is_told(
    tmp_path: Path, file: str, code: str, message: str
) -> None:
    # A copy of its own: what has been imported of another one is not read again.
    root = frozen_book.copy(tmp_path / "book")
    with frozen_book.edited(root, file, lambda data: code.encode() + data):
        found = frozen_book.problems(root)
    assert [(each.path, each.line) for each in found] == [(root / file, 1)]
    assert message in found[0].message
