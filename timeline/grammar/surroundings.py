"""What stands around an expression: the preposition that governs it, what joins it to another, its phrase."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from timeline.grammar.matching import Tokens
from timeline.lexicon.load import EMPTY, JOINED, JOINED_GOVERNED, OTHER, lexicon
from timeline.text.alphabet import COMMA, GLUE, LINE, OTHER_SIGN, POINT, QUOTE, SPACE, STOP

WHITE = bytes([SPACE, GLUE])
#: Where a clause is over.
ENDS_CLAUSE = bytes([STOP, POINT, LINE])
#: Where a list or a phrase is over.
_ENDS_PHRASE = bytes([STOP, POINT, LINE, COMMA, QUOTE, OTHER_SIGN])


@frozen
class _Classes:
    """The class bytes that surroundings are read by."""

    signals: dict[str, str]
    silent: frozenset[str]
    from_: str
    to: str
    between: str
    waw: str
    starting: str
    in_: str
    perfect: str


@cache
def _classes() -> _Classes:
    members = lexicon().members
    signals = {
        code: role
        for category, role in (
            ("since", "since"),
            ("until", "until"),
            ("before", "before"),
            ("just_before", "before"),
            ("during", "within"),
            ("in_the_course", "within"),
        )
        for code in members[category]
    }
    speaking = {*signals, *members["from"], *members["in"], EMPTY}
    every = {code for codes in members.values() for code in codes} | {OTHER}
    return _Classes(
        signals,
        frozenset(every - speaking),
        members["from"],
        members["to"],
        members["between"],
        members["waw"],
        members["starting"],
        members["in"],
        members["perfect"],
    )


def previous_word(tokens: Tokens, word: int) -> int | None:
    """The index of the word before, with nothing but white space between; ``None`` if there is none."""
    word -= 1
    while word >= 0 and tokens.codes[word] == EMPTY and tokens.separators[word] in WHITE:
        word -= 1
    return word if word >= 0 and tokens.separators[word] in WHITE else None


def signal_of(tokens: Tokens, first: int) -> tuple[str | None, int | None]:
    """The role that the preposition before an expression gives it, and the index of that word: «منذ» -> since."""
    classes = _classes()
    before: int | None = first - 1
    if first and tokens.separators[first - 1] in WHITE and tokens.codes[first - 1] in classes.silent:
        return None, None  # the common case: an ordinary word, or none, right before
    before = previous_word(tokens, first)
    if before is None:
        return None, None
    code = tokens.codes[before]
    role = classes.signals.get(code)
    if role is not None:
        return role, before
    if code in classes.from_:
        start = previous_word(tokens, before)
        if start is not None and tokens.codes[start] in classes.starting:
            return "since", start
    if code in classes.in_:
        return "in", before
    return None, None


def signal_from(tokens: Tokens, first: int) -> bool:
    """Whether «من» stands before an expression."""
    before = previous_word(tokens, first)
    return before is not None and tokens.codes[before] in _classes().from_


def led_to(tokens: Tokens, first: int) -> bool:
    """Whether «إلى» stands before an expression: «إلى غاية الأربعاء»."""
    before = previous_word(tokens, first)
    if before is not None and tokens.codes[before] not in _classes().to:
        before = previous_word(tokens, before)
    return before is not None and tokens.codes[before] in _classes().to


def joined_in_range(tokens: Tokens, first: int, last: int, second: int) -> bool:
    """Whether two expressions are the ends of a range: «من … إلى …», «بين … و…», «من … وحتى …».

    ``first`` and ``last`` are the words of the one, ``second`` the first word of the other.
    """
    classes = _classes()
    opener = previous_word(tokens, first)
    if opener is None:
        return False
    code = tokens.codes[opener]
    middle = [word for word in range(last + 1, second) if tokens.codes[word] != EMPTY]
    if len(middle) > 1 or any(tokens.separators[word] in ENDS_CLAUSE for word in range(last, second)):
        return False
    if code in classes.from_:
        return bool(middle) and tokens.codes[middle[0]] in classes.to
    if code in classes.between:
        if middle:
            return tokens.codes[middle[0]] in classes.waw
        return tokens.prefixes[second] in JOINED + JOINED_GOVERNED
    return False


def joined_by_and(tokens: Tokens, last: int, second: int) -> bool:
    """Whether nothing but «و» stands between two expressions: «مارس وأبريل», «مارس و أبريل»."""
    if any(tokens.separators[word] not in WHITE for word in range(last, second)):
        return False
    middle = [tokens.codes[word] for word in range(last + 1, second) if tokens.codes[word] != EMPTY]
    if middle:
        return len(middle) == 1 and middle[0] in _classes().waw
    return tokens.prefixes[second] in JOINED + JOINED_GOVERNED


def ends_phrase(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a comma, stop, quote or line end stands between two words."""
    return any(tokens.separators[word] in _ENDS_PHRASE for word in range(first, last))


def ends_at(tokens: Tokens, word: int) -> bool:
    """Whether a phrase ends right behind a word: at a sign, or the end of the text."""
    return word + 1 >= len(tokens) or tokens.separators[word] not in WHITE


def ends_sentence(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a full stop, question mark or line end stands between two words."""
    return any(tokens.separators[word] in ENDS_CLAUSE for word in range(first, last))


def has_perfect(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a perfect verb stands between two words."""
    perfect = _classes().perfect
    return any(tokens.codes[word] in perfect for word in range(first, last))


def stands_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an expression is all there is: «السابع والثامن من ديسمبر» as a caption or a query."""
    codes, idle = tokens.codes, EMPTY + _classes().in_
    return all(code in idle for code in codes[:first]) and all(code == EMPTY for code in codes[last + 1 :])
