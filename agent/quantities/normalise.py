# ruff: noqa: RUF001  (the typographic signs are what is read here)
r"""Brings a text to one plain spelling before it is read, and remembers where every character came from.

Digits of any script become 0-9; full width, mathematical and look-alike letters become a-z; accents go; invisible
characters go; minus signs, spaces, products and comparison signs take one form each; superscripts become `^n`,
vulgar fractions `1/2`; LaTeX (`\frac`, `\text`, `\times`, `\$`, …) becomes the same plain notation. Roots stay as
`\sqrt` or `√`. It does not read numbers, repair typing errors or translate. Cost is linear in the text.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` in plain spelling; `origin[i]` is the place in the source of character i (None: nothing moved)."""

    text: str
    origin: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source text that `text[start:end]` came from."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


def normalise(text: str) -> Plain:
    """The plain spelling of a text."""
    plain = Plain(text)
    if not text.isascii():
        plain = _substitute(plain, _NOT_ASCII, _character)
    if "O" in plain.text:
        plain = _substitute(plain, _LETTER_O, lambda match: "0" * len(match.group()))
    if "\\" in plain.text or "{" in plain.text:
        for _ in range(3):  # each round frees what stood inside the last one's braces
            before = plain
            plain = _substitute(plain, _FRACTION, _fraction)
            plain = _substitute(plain, _LATEX, _latex)
            if plain is before:
                break
    if "$" in plain.text:
        plain = _substitute(plain, _DOLLARS, _dollars)
    if "<" in plain.text:
        plain = _substitute(plain, _TAG, lambda _: "")
    return plain


def fold(word: str) -> str:
    """A word in lower case without accents, as the word tables hold it."""
    return normalise(word).text.lower()


def _substitute(plain: Plain, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> Plain:
    """Like `pattern.sub`, keeping the origin of every character."""
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    old = plain.origin
    for match in pattern.finditer(plain.text):
        start, end = match.span()
        new = replace(match)
        if new == match.group():
            continue
        pieces += (plain.text[at:start], new)
        origin.extend(range(at, start) if old is None else old[at:start])
        places = _places(match.group(), new)
        origin.extend((start + place if old is None else old[start + place]) for place in places)
        at = end
    if not pieces:
        return plain
    pieces.append(plain.text[at:])
    origin.extend(range(at, len(plain.text)) if old is None else old[at:])
    return Plain("".join(pieces), origin)


def _places(old: str, new: str) -> list[int]:
    """For each character of a replacement, the place in the old text that it stands for."""
    inner = new.strip()
    kept = old.find(inner) if inner else -1
    if kept < 0:
        return [0, *([len(old) - 1] * (len(new) - 1))] if new else []
    lead = len(new) - len(new.lstrip())
    return [0] * lead + list(range(kept, kept + len(inner))) + [len(old) - 1] * (len(new) - lead - len(inner))


# --- characters -----------------------------------------------------------------------------------------------------

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉", "0123456789-+0123456789")
_NOT_ASCII = re.compile(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,40}(?:[⁄/][₀-₉0-9]{1,40})?|[^\x00-\x7f]")
_LETTER_O = re.compile(r"(?<=\d)O{1,9}(?=\d|\b)")
_SIGNS = {
    **dict.fromkeys("−–‐‑‒﹣－➖", "-"),
    **dict.fromkeys("×✕✖⨉∗·⋅∙", "*"),
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys("’‘ʼ`´", "'"),
    **dict.fromkeys("“”«»„", '"'),
    **dict.fromkeys("º˚", "°"),
    **dict.fromkeys("ㅤᅟᅠ", ""),
    "—": ";",
    "∶": ":",
    "≤": "<=",
    "⩽": "<=",
    "≥": ">=",
    "⩾": ">=",
    "٫": ".",
    "٬": ",",
    "。": ".",
    "⠀": " ",
    "ß": "ss",
}
_TAG = re.compile(
    r"</?(?:b|i|u|s|p|em|strong|span|div|br|code|pre|mark|sub|li|ul|ol|h[1-6])(?:\s[^<>]{0,80})?/?>", re.I
)
_KEPT = set("÷√∛π∞±°¢€£≠≈")
_LOOK_ALIKES = str.maketrans(
    "аеорсухіѕјԁһкмтвнАВЕКМНОРСТХοΟΑΒΕΗΙΚΜΝΡΤΧ", "aeopcyxisjdhkmtbhABEKMHOPCTXoOABEHIKMNPTX"
)


def _character(match: re.Match[str]) -> str:
    found = match.group()
    before = match.string[match.start() - 1] if match.start() else " "
    if found[-1] in "⁰¹²³⁴⁵⁶⁷⁸⁹" or len(found) > 1:
        digits = found.translate(_SUPERSCRIPTS)
        if "/" in digits or "⁄" in digits:
            return (" " if before.isdigit() else "") + digits.replace("⁄", "/")
        return f"^{digits}" if before.isalnum() or before in ")}]" else digits
    plain = _plain(found)
    if "/" in plain and len(plain) > 1 and before.isdecimal():
        return f" {plain}"
    return plain


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """One character beyond ASCII in plain spelling, whatever stands around it."""
    if character in _SIGNS:
        return _SIGNS[character]
    if character in _KEPT:
        return character
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in ("Cf", "Mn", "Me") or character == "\ufe0f":
        return ""
    if category == "Zs":
        return " "
    if category in ("Nl", "No"):
        value = unicodedata.numeric(character)
        if value == int(value):
            return f" {int(value)} " if category == "No" else str(int(value))
        return unicodedata.normalize("NFKC", character).replace("⁄", "/")
    looks = character.translate(_LOOK_ALIKES)
    if looks != character:
        return looks
    folded = unicodedata.normalize("NFKD", character)
    base = "".join(part for part in folded if not unicodedata.combining(part))
    return base if base.isascii() or (len(base) == 1 and base in _KEPT) else character


# --- LaTeX ----------------------------------------------------------------------------------------------------------

_FRACTION = re.compile(
    r"\\[dtc]?frac\s{0,3}(?:\{\s{0,3}(-?\s?[\d.]{1,40})\s{0,3}\}\s{0,3}\{\s{0,3}([\d.]{1,40})\s{0,3}\}|(\d)\s?(\d))"
)
_LATEX = re.compile(
    r"\\(?:text|textbf|textit|textrm|mathrm|mathbf|mathit|mathsf|operatorname|boxed|fbox|mbox|emph)"
    r"\s{0,3}\{(?P<content>[^{}\\]{0,300})\}"
    r"|\^\s?\{?\s?\\(?:circ|degree)\b\s?\}?"
    r"|\^\{(?P<exponent>[^{}\\]{1,60})\}"
    r"|\{,\}"
    r"|\\(?P<command>[a-zA-Z]{1,20})"
    r"|\\(?P<escaped>[^a-zA-Z])"
)
_COMMANDS = {
    **dict.fromkeys(("times", "cdot", "ast"), "*"),
    **dict.fromkeys(("ge", "geq", "geqslant"), ">="),
    **dict.fromkeys(("le", "leq", "leqslant"), "<="),
    **dict.fromkeys(("ne", "neq"), "≠"),
    **dict.fromkeys(("left", "right", "displaystyle", "big", "Big", "bigl", "bigr"), ""),
    **dict.fromkeys(("quad", "qquad"), " "),
    "div": "÷",
    "pi": "π",
    "infty": "∞",
    "pm": "±",
    "gt": ">",
    "lt": "<",
    "approx": "≈",
    "degree": "°",
}


def _fraction(match: re.Match[str]) -> str:
    top, bottom = (match[1], match[2]) if match[1] else (match[3], match[4])
    before = match.string[match.start() - 1] if match.start() else ""
    return (" " if before.isdigit() else "") + f"{top.replace(' ', '')}/{bottom}"


def _latex(match: re.Match[str]) -> str:
    if match["content"] is not None:
        return match["content"]
    if match["exponent"] is not None:
        exponent = match["exponent"].strip()
        return f"^{exponent}" if exponent.lstrip("-").isdigit() else f"^({exponent})"
    if match["command"] is not None:
        return _COMMANDS.get(match["command"], match.group())
    if match["escaped"] is not None:
        escaped = match["escaped"]
        return escaped if escaped in "{}%$#&_" else "\n" if escaped == "\\" else " "
    return "," if match.group() == "{,}" else "°"


# `$` around mathematics, not before a price: it touches what it encloses and holds no word of three letters.
_DOLLARS = re.compile(
    r"\$\$|\$(?=\S)(?P<inside>(?:[^$\\\nA-Za-z]|\\[A-Za-z]{1,20}|\\[^A-Za-z\n]|(?<![A-Za-z])[A-Za-z]{1,2}(?![A-Za-z])){1,200}?)(?<!\s)\$(?!\d)"
)


def _dollars(match: re.Match[str]) -> str:
    return "  " if match["inside"] is None else f" {match['inside']} "
