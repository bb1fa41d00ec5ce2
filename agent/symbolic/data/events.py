"""What can come up when a number from 1 to n is rolled or picked: "an even number", "at least 5", "a 2 or a 3"."""

import re

_SQUARES = tuple(n * n for n in range(1, 33))
_PATTERN = (
    r"(?P<not>not )?(?:"
    r"(?:an? )?(?P<sort>even|odd|prime|square)(?: number)?"
    r"|(?:an? (?:number|value|score) )?(?:that is )?(?P<more>greater|more|higher|bigger|larger|"
    r"less|lower|smaller|fewer) than (?:an? )?(?P<bound>\d{1,3})"
    r"|(?:an? (?:number|value|score) )?(?:of )?(?P<least>at least|at most) (?:an? )?(?P<limit>\d{1,3})"
    r"|(?:an? )?(?P<from>\d{1,3}) or (?P<side>more|greater|higher|above|less|lower|below)"
    r"|(?:an? )?(?:number )?(?:that is )?(?:an? )?(?P<relation>multiple|factor) of (?P<of>\d{1,3})"
    r"|(?:an? )?(?:number )?(?:that is )?(?P<relation_2>divisible) by (?P<of_2>\d{1,3})"
    r"|(?:either )?(?:an? )?(?P<one>\d{1,3}) or (?:an? )?(?P<other>\d{1,3})"
    r"|(?:an? |the number )?(?P<number>\d{1,3})"
    r")"
)
EVENT = rf"(?P<event>{re.sub(r'[(][?]P<[a-z_0-9]+>', '(?:', _PATTERN)})"
"""The wordings that `outcomes` knows, as the group `event` of a pattern."""


def outcomes(event: str, total: int) -> tuple[int, ...] | None:
    """The numbers from 1 to `total` that fit, or None for an event that is not known or names a number beyond."""
    match = re.fullmatch(_PATTERN, " ".join(event.lower().split()))
    if match is None:
        return None
    found = {name: text for name, text in match.groupdict().items() if text}
    named = [int(text) for text in found.values() if text.isdigit()]
    if any(not 1 <= number <= total for number in named) or {"not", "other"} <= found.keys():
        return None  # "not a 2 or a 3" may leave out one or both
    fitting = tuple(number for number in range(1, total + 1) if _fits(number, found) != ("not" in found))
    return fitting if 0 < len(fitting) < total else None


def _fits(number: int, found: dict[str, str]) -> bool:
    match found:
        case {"sort": "even" | "odd" as sort}:
            return number % 2 == (sort == "odd")
        case {"sort": "prime"}:
            return number > 1 and all(number % divisor for divisor in range(2, number))
        case {"sort": "square"}:
            return number in _SQUARES
        case {"more": "less" | "lower" | "smaller" | "fewer", "bound": bound}:
            return number < int(bound)
        case {"bound": bound}:
            return number > int(bound)
        case {"least": least, "limit": limit}:
            return number >= int(limit) if least == "at least" else number <= int(limit)
        case {"from": start, "side": "less" | "lower" | "below"}:
            return number <= int(start)
        case {"from": start}:
            return number >= int(start)
        case {"relation": "factor", "of": of}:
            return int(of) % number == 0
        case {"of": of} | {"of_2": of}:
            return number % int(of) == 0
        case {"one": one, "other": other}:
            return number in (int(one), int(other))
        case _:
            return number == int(found["number"])


def spoken(event: str) -> str:
    """The event as a noun: "even" is "an even number", "greater than 4" "a number greater than 4", "6" "a 6"."""
    words = " ".join(event.lower().split())
    if words.startswith("not "):
        return f"not {spoken(words[4:])}"
    words = re.sub(r"^(?:either |the number |number |that is |of )+", "", words)
    if words.startswith(("a ", "an ")):
        return words
    if words.split()[0] in ("even", "odd", "prime", "square"):
        kind = words.removesuffix(" number")
        return f"{'an' if kind in ('even', 'odd') else 'a'} {kind} number"
    if words.startswith(("multiple", "factor")):
        return f"a {words}"
    if re.match(r"divisible|at |(?:greater|more|higher|bigger|larger|less|lower|smaller|fewer) ", words):
        link = "that is " if words.startswith("divisible") else "of " if words.startswith("at") else ""
        return f"a number {link}{words}"
    article = "an" if re.match(r"(?:8|11|18)(?!\d)|8\d(?!\d)", words) else "a"
    return f"{article} {words}"
