"""In which script a text is written, and whether a language is written so.

A language is written as its own name is: `日本語` and `한국어` say it, and `English`.
Two languages that are written alike cannot be told apart by this.
"""

import unicodedata
from collections import Counter

# A few letters may be a name or a quotation; so many are a sentence in its place.
# A kanji says as much as several letters.
_SENTENCE = 24
_DENSE = {"CJK": 6, "HANGUL": 4}
# Kana and kanji are the letters of one language.
_TOGETHER = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK"}


class _Scripts(dict[str, str]):
    """The script of each letter that has been asked for; what is no letter has none."""

    def __missing__(self, sign: str) -> str:
        script = unicodedata.name(sign, "").partition(" ")[0] if sign.isalpha() else ""
        self[sign] = script = _TOGETHER.get(script, script)
        return script


_SCRIPTS = _Scripts()


def _counted(text: str) -> Counter[str]:
    found = Counter(map(_SCRIPTS.__getitem__, text))
    del found[""]
    return found


def is_foreign(text: str, language: str) -> bool:
    """Tell whether a text is written as another language is.

    Args:
        text: A paragraph, or another whole text.
        language: What the language of the page calls itself; empty if nobody knows.
    """
    own = {*_counted(language)}
    here = there = 0
    for script, number in _counted(text).items():
        weight = number * _DENSE.get(script, 1)
        if script in own:
            here += weight
        else:
            there += weight
    return bool(own) and there >= max(_SENTENCE, 3 * here)
