r"""One formula: TeX becomes MathML, or a mistake that says what is wrong with it."""

import re
from functools import lru_cache

from math_core import LatexError, LatexToMathML

from derivlearn_site.base.errors import Message, MistakeError

_PRIME = re.compile(
    r"<msup>(<mi[^>]*>[^<]*</mi>)<mo>([\u2032-\u2034\u2057])</mo></msup>"
)

_CONVERTER = LatexToMathML(fancy_error=False)


class FormulaError(MistakeError):
    """A formula cannot be shown; says which one and why."""

    def __init__(self, tex: str, reason: str, *, in_heading: bool = False) -> None:
        """Say it of a formula; the reason may be a message."""
        self.tex = tex
        self.in_heading = in_heading
        super().__init__(
            Message("the formula `{tex}`: {reason}", tex=tex, reason=reason)
        )


@lru_cache(maxsize=8192)
def convert(tex: str, *, display: bool) -> str:
    r"""Return TeX as one `<math>` element.

    Args:
        tex: The formula, without its dollars.
        display: Whether the formula stands on lines of its own.

    Raises:
        FormulaError: The TeX is misspelt, unfinished or cannot be expressed.
    """
    try:
        math = _CONVERTER.convert_with_local_state(tex.strip(), displaystyle=display)
    except LatexError as error:
        raise FormulaError(tex.strip(), str(error).strip()) from error
    # Fonts draw the prime small and raised already; as a superscript Chromium shrinks
    # it once more, until f′ can hardly be told from f.
    return _PRIME.sub(r"<mrow>\1<mo>\2</mo></mrow>", math)
