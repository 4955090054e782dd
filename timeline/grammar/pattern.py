"""The language in which rules are written.

A pattern is a line such as ``weekday (&weekday)* last?``:

* a name is a category of the lexicon (one word) or a symbol (a part with a rule of its own, as ``month``);
* ``label:name`` hands the part to the production under another name, ``label*:name`` collects all of them in a tuple;
* ``&name`` joins with «و»: attached («والثامن»), apart («و الثامن»), after a comma too;
* ``@name`` may carry an attached ب ل ك («بتوقيت»);
* ``( | )``, ``?``, ``*``, ``+`` mean what they mean in regexes; signs stand in quotes:
  ``'/' '(' ')' ',' '-' ':' '.' '+' '«'``, the last for any quotation mark.

Between two words there is white space unless a sign says otherwise.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen

from timeline.errors import RuleError
from timeline.text.alphabet import CLOSE, COLON, COMMA, DASH, OPEN, PLUS, POINT, QUOTE, SLASH

#: The signs that a pattern may hold, and the separators that they are.
SIGNS = {"/": SLASH, "(": OPEN, ")": CLOSE, ",": COMMA, "-": DASH, ":": COLON, ".": POINT, "+": PLUS, "«": QUOTE}


@frozen
class Name:
    """A category or symbol, by its name, and what the production calls it: ``days*:weekday``."""

    name: str
    label: str
    collect: bool = False


@frozen
class Sign:
    """A sign between words: ``'/'``."""

    sign: str


@frozen
class Mark:
    """What may be attached: ``&weekday``, ``@from``."""

    kind: str  # "&" or "@"
    item: Any


@frozen
class Group:
    """Several sequences to choose from: ``( | )``."""

    options: tuple[tuple[Any, ...], ...]


@frozen
class Repeat:
    """An item that may stand more than once, or not at all: ``weekday*``."""

    item: Any
    least: int
    most: int | None


_TOKEN = re.compile(r"\s*(?:'(?P<sign>[^']+)'|(?P<name>(?:[a-z_]+\*?:)?[a-z_]+)|(?P<mark>[&@()|?*+]))")


def read(pattern: str) -> tuple[Any, ...]:
    """The parts of a pattern: its options, each a sequence of items; `RuleError` if it is written wrongly."""
    tokens: list[tuple[str, str]] = []
    place = 0
    pattern = pattern.strip()
    while place < len(pattern):
        match = _TOKEN.match(pattern, place)
        if match is None or match.lastgroup is None:
            raise RuleError(
                f"pattern {pattern!r}, character {place}: {pattern[place : place + 10]!r} is no part of a pattern"
            )
        tokens.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    tokens.reverse()

    def options() -> tuple[tuple[Any, ...], ...]:
        found: list[tuple[Any, ...]] = [sequence()]
        while tokens and tokens[-1] == ("mark", "|"):
            tokens.pop()
            found.append(sequence())
        return tuple(found)

    def sequence() -> tuple[Any, ...]:
        items: list[Any] = []
        while tokens and tokens[-1] not in {("mark", "|"), ("mark", ")")}:
            items.append(quantified(atom()))
        return tuple(items)

    def quantified(item: Any) -> Any:
        while tokens and tokens[-1][0] == "mark" and tokens[-1][1] in "?*+":
            least, most = {"?": (0, 1), "*": (0, None), "+": (1, None)}[tokens.pop()[1]]
            item = Repeat(item, least, most)
        return item

    def atom() -> Any:
        kind, text = tokens.pop()
        if kind == "sign":
            if text not in SIGNS:
                raise RuleError(f"pattern {pattern!r}: unknown sign {text!r}; accepted: {' '.join(SIGNS)}")
            return Sign(text)
        if kind == "name":
            label, _, name = text.rpartition(":")
            return Name(name, label.rstrip("*") or name, label.endswith("*"))
        if text in "&@":
            return Mark(text, atom())
        if text == "(":
            group = Group(options())
            if not tokens or tokens.pop() != ("mark", ")"):
                raise RuleError(f"pattern {pattern!r}: a parenthesis is not closed")
            return group
        raise RuleError(f"pattern {pattern!r}: {text!r} stands where a name was expected")

    result = options()
    if tokens:
        raise RuleError(f"pattern {pattern!r}: a parenthesis is closed that was not opened")
    return result
