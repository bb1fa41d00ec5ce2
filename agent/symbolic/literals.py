"""The longest piece of text that whatever matches a pattern must hold. Pure.

Compiling a pattern takes a millisecond and there are a thousand, so one is only compiled for a sentence that holds its
literal. What is in brackets or in a class may be there or not, so it is passed over.
"""


def literal_in(shape: str) -> str:
    """The longest run of letters and spaces outside all brackets, in lower case; empty where there is none.

    >>> literal_in(r"(?:the )?area of an? (?P<shape>[a-z]+)")
    'area of a'
    """
    runs, run, depth, at = [""], "", 0, 0
    while at < len(shape):
        char, at = shape[at], at + 1
        if char == "\\":
            at += 1
        elif char == "[":
            at = _behind_class(shape, at)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif depth:
            continue
        elif char == "|":
            return ""
        elif char.isalpha() or char == " ":
            run += char
            continue
        elif char in "?*{":
            run = run[:-1]
            at = shape.index("}", at) + 1 if char == "{" else at
        if not depth or char == "(":
            runs.append(run)
            run = ""
    return max((one.strip() for one in (*runs, run)), key=len).lower()


def _behind_class(shape: str, at: int) -> int:
    """The place behind the "]" of a class whose "[" stands before `at`."""
    at += shape.startswith("^", at)
    at += shape.startswith("]", at)
    while shape[at] != "]":
        at += 2 if shape[at] == "\\" else 1
    return at + 1
