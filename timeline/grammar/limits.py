"""Whether a limit of time lies ahead: «مفتوح حتى الخميس», «ابتداء من الاثنين», «عليكم التسجيل قبل الأحد»."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from timeline.grammar.matching import Tokens
from timeline.grammar.surroundings import ENDS_CLAUSE, previous_word, signal_of
from timeline.lexicon.load import EMPTY, lexicon
from timeline.lexicon.verbs import perfects, verbal_nouns
from timeline.text.fold import Folded, fold_word

#: A clause is looked through so far to the left of its limit.
FURTHEST = 30


@frozen
class _Classes:
    """The class bytes that limits are read by."""

    starting: str
    until: str
    before: str
    clause_break: str
    past_frame: str
    total: str
    deadline: str
    obliged: str
    announcing: str


@cache
def _classes() -> _Classes:
    members = lexicon().members
    return _Classes(
        members["starting"],
        members["until"],
        members["before"],
        members["clause_break"],
        members["past_frame"] + members["past_conjunction"],
        members["total"] + members["counted"],
        members["deadline"],
        members["obliged"],
        members["announcing"],
    )


def points_ahead(folded: Folded, tokens: Tokens, first: int, verb: int | None) -> int | None:
    """The word by which a limit of time lies ahead, or ``None``.

    ``verb`` is the perfect to the left that tells the clause, if there is one: a limit behind it lies behind («بقي حتى
    الأحد»), but for what is announced («أعلن إغلاق الجسر حتى الأحد») and a term that is set («منحهم مهلة حتى الأحد»).
    """
    classes = _classes()
    limit = signal_of(tokens, first)[1]
    if limit is None:
        return None
    before = previous_word(tokens, limit)
    kind = tokens.codes[limit]
    if before is not None and tokens.codes[before] in classes.deadline:
        return before
    if verb is not None and tokens.codes[verb] not in classes.announcing:
        return None
    begin = _begin(tokens, limit) if verb is None else verb + 1
    announced = next(
        (word for word in range(limit - 1, begin - 1, -1) if tokens.codes[word] in classes.announcing), verb
    )
    if kind in classes.before:
        return _obligation(tokens, begin, limit) if verb is None else None
    if kind not in classes.starting + classes.until:
        return None
    told = kind in classes.until and any(tokens.codes[word] in classes.total for word in range(begin, limit))
    lenient = announced is not None or kind in classes.starting
    if announced is not None:
        begin = announced + 1
        if not _says_what(folded, begin, limit):
            return None  # «أعلنت الوزارة حتى الأحد أن»
    return None if told or _tells_past(folded, tokens, begin, limit, lenient=lenient) else limit


def _begin(tokens: Tokens, limit: int) -> int:
    """The first word of the clause of a limit."""
    word = limit
    while word > 0 and limit - word < FURTHEST and tokens.separators[word - 1] not in ENDS_CLAUSE:
        if tokens.codes[word - 1] in _classes().clause_break:
            break
        word -= 1
    return word


def _obligation(tokens: Tokens, begin: int, limit: int) -> int | None:
    """The word that obliges: «يجب», «عليكم», and «على» at the head of a clause, «على الراغبين التسجيل»."""
    classes = _classes()
    words = [word for word in range(begin, limit) if tokens.codes[word] != EMPTY]
    if words and tokens.codes[words[0]] in lexicon().members["on"]:
        return words[0]
    return next((word for word in words if tokens.codes[word] in classes.obliged), None)


def _says_what(folded: Folded, begin: int, limit: int) -> bool:
    """Whether what is announced stands between: a verbal noun («إغلاق الجسر»), or «أن» with its clause."""
    return any(word in verbal_nouns() or word in _that() for word in folded.words[begin:limit])


@cache
def _that() -> frozenset[bytes]:
    return frozenset(fold_word(word) for word in ("أن", "أنه", "أنها", "أنهم", "إن"))


def _tells_past(folded: Folded, tokens: Tokens, begin: int, limit: int, *, lenient: bool) -> bool:
    """Whether a perfect stands between two words; ``lenient``: none that may be a verbal noun too («رفع الأسعار»)."""
    for word in range(begin, limit):
        if tokens.codes[word] in _classes().past_frame:
            return True
        form = folded.words[word]
        if form[:1] in _joiners() and form not in perfects():
            form = form[1:]
        if form in perfects() and not (lenient and form in verbal_nouns()):
            return True
    return False


@cache
def _joiners() -> tuple[bytes, bytes]:
    return fold_word("و"), fold_word("ف")
