"""Where the clause of an expression points, to the past or ahead, and the word that says so.

The words that point are in ``lexicon/ar/cues.toml``; this module decides between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from attrs import frozen

from timeline.grammar import limits
from timeline.grammar.matching import Tokens
from timeline.grammar.surroundings import ENDS_CLAUSE, WHITE, previous_word
from timeline.lexicon.load import EMPTY, lexicon
from timeline.lexicon.verbs import imperfects
from timeline.text.alphabet import BYTE, COMMA, POINT, QUOTE, SPACE
from timeline.text.fold import Folded, fold_word

_OPENING_QUOTES = bytes(BYTE[sign] for sign in "«“‘„‹")
FURTHEST_CUE = 30
FURTHEST_CUE_BEHIND = 6
#: What is to be held stands so close before its day: «عقد جلسة مغلقة للجنة، الاثنين».
FURTHEST_HELD = 10
#: «انتقدت» has six letters, «استهدفت» seven; longer words are rarely verbs without a pronoun.
_PERFECT_LENGTHS = range(6, 9)
#: A comma and the space behind it are two signs before «على أن».
_BEHIND_COMMA = 3


@frozen
class _Classes:
    """The class bytes that pointing is read by."""

    in_: str
    to: str
    past_frame: str
    perfect: str
    relative: str
    number: str
    clause_break: str


@cache
def _classes() -> _Classes:
    members = lexicon().members
    names = ("in", "to", "past_frame", "perfect", "relative_pronoun", "number", "clause_break")
    return _Classes(*(members[name] for name in names))


@cache
def _future_letters() -> tuple[bytes, tuple[bytes, ...], frozenset[bytes]]:
    not_future = frozenset(word for word, found in lexicon().entries.items() if "not_future" in found)
    return fold_word("س"), tuple(fold_word("س" + letter) for letter in "يتنأ"), not_future


@cache
def _object_pronouns() -> tuple[bytes, ...]:
    return tuple(fold_word(suffix) for suffix in ("ها", "هم", "هما", "ه"))


@cache
def _imperfect_letters() -> tuple[bytes, ...]:
    return tuple(fold_word(letter) for letter in "يتن")


@cache
def _and_then() -> tuple[bytes, bytes]:
    return fold_word("على"), fold_word("أن")


@cache
def _not_yet() -> bytes:
    return fold_word("لم")


@cache
def _joiners() -> tuple[bytes, bytes]:
    return fold_word("و"), fold_word("ف")


def is_future_verb(word: bytes) -> bool:
    """Whether a folded word is an imperfect with the prefix سـ: «سيجتمع», «وستعقد»."""
    _, starts, not_future = _future_letters()
    if word[:1] in _joiners() and len(word) > 5:
        word = word[1:] if word[1:3] in starts else word
    return len(word) >= 5 and word[:2] in starts[:3] and word not in not_future


def _is_feminine_perfect(word: bytes) -> bool:
    """Whether a folded word has the form of «احتجزت», «استهدفت», «انفجرت»: alif, and ت that is no plural's."""
    first, last, plural, article = _perfect_letters()
    if word[:1] in _joiners():
        word = word[1:]
    shaped = word[:1] == first and word[-1:] == last and word[-2:] != plural and word[:2] != article
    return shaped and len(word) in _PERFECT_LENGTHS


@cache
def _perfect_letters() -> tuple[bytes, bytes, bytes, bytes]:
    return fold_word("ا"), fold_word("ت"), fold_word("ات"), fold_word("ال")


Cue = tuple[Literal["past", "future", "present"], int] | None


def promised(tokens: Tokens, first: int) -> bool:
    """Whether a verb of promise or threat governs a length: «توعد بالرد في أقل من أسبوع»."""
    return _in_clause(tokens, first, "promise", "promise")


def warned(tokens: Tokens, first: int) -> bool:
    """Whether a verb of warning still waits for its «من»: «حذر قبل يومين من كارثة» is two days ago."""
    return _in_clause(tokens, first, "warning", "from")


def _in_clause(tokens: Tokens, first: int, sought: str, stop: str) -> bool:
    """Whether a word of a class stands before an expression in its clause, and no word of another behind it."""
    members = lexicon().members
    word = first - 1
    while word >= 0 and first - word <= FURTHEST_CUE and tokens.separators[word] not in ENDS_CLAUSE:
        code = tokens.codes[word]
        if code in members[sought]:
            return True
        if code in members[stop]:
            return False
        word -= 1
    return False


def direction(folded: Folded, tokens: Tokens, first: int, last: int) -> Cue:
    """Where the clause of an expression points, and the index of the word that says so.

    The nearest verb or cue to the left in the clause decides; at the head of a clause, the nearest to the right:
    «وستنظم الخميس», «الخميس ستعقد». A perfect verb on the way ends the search: «وقال الثلاثاء إنه سيزور» lies behind.
    """
    classes = _classes()
    words = folded.words
    if last + 1 < len(words) and tokens.codes[last + 1] in lexicon().members["appointed"]:
        return "future", last + 1
    ends_by = _ends_by(tokens, first)
    if ends_by is not None and tokens.codes[ends_by] in lexicon().members["by_then"]:
        return "future", ends_by
    seen = 0
    word = first - 1
    depth = 0
    while word >= 0 and first - word <= FURTHEST_CUE:
        separator = tokens.separators[word]
        if separator in ENDS_CLAUSE and not (separator == POINT and tokens.codes[word + 1] in classes.number):
            break
        if separator == QUOTE:
            sign = folded.bytes[folded.start_of(word + 1) - 1]
            if sign in _OPENING_QUOTES:
                if depth == 0:  # the expression stands in a quotation, what is left of it outside
                    break
                depth -= 1
            else:
                depth += 1
        code = tokens.codes[word]
        if code in classes.clause_break:
            break
        if code != EMPTY:
            if _kind_of(words[word]) is not None and (found := _verdict(folded, tokens, word, first)):
                ahead = limits.points_ahead(folded, tokens, first, word) if found == "past" else None
                return (found, word) if ahead is None else ("future", ahead)
            if ends_by is not None and code in lexicon().members["promise"]:
                return "future", word  # «وعد بحل الأزمة قبل الجمعة»
            if code in classes.relative and (verdict := _relative_clause(words, tokens, word, first)):
                return verdict, word
            seen += code not in classes.in_
        word -= 1
    if seen <= 1:
        for word in range(last + 1, min(last + 1 + FURTHEST_CUE_BEHIND, len(words))):
            if tokens.separators[word - 1] in ENDS_CLAUSE:
                break
            found = _cue_at(folded, tokens, word, first)
            if found is not None:
                return found, word
    ahead = limits.points_ahead(folded, tokens, first, None)
    return None if ahead is None else ("future", ahead)


def _verdict(folded: Folded, tokens: Tokens, word: int, first: int) -> Literal["past", "future", "present"] | None:
    """Where a cue to the left of an expression makes it point."""
    if _is_unless(folded, tokens, word) or _is_then(folded, tokens, word):
        return "future"
    found = _cue_at(folded, tokens, word, first)
    named = found == "future" and _told_by(folded.words, tokens, word)
    return None if named or (word and _is_unless(folded, tokens, word - 1)) else found


def _told_by(words: Sequence[bytes], tokens: Tokens, word: int) -> bool:
    """«قال ستولتنبرغ الثلاثاء»: right behind a perfect verb of one's own there is no verb, but who acts."""
    if not word or tokens.separators[word - 1] != SPACE or not is_future_verb(words[word]):
        return False
    return words[word][:1] not in _joiners() and _kind_of(words[word - 1]) in {"perfect", "willing"}


@lru_cache(maxsize=50_000)
def _kind_of(word: bytes) -> str | None:
    """The cue that a folded word is: by the lexicon, or by its form («سيجتمع», «تستضيفها» without its pronoun)."""
    found = lexicon().entries.get(word, {})
    for kind in (
        "invitation",
        "postponed",
        "delivery",
        "future",
        "willing",
        "perfect",
        "past_conjunction",
        "scheduled",
    ):
        if kind in found:
            return {"past_conjunction": "perfect", "invitation": "future"}.get(kind, kind)
    if is_future_verb(word):
        return "future"
    if _is_feminine_perfect(word):
        return "perfect"
    for suffix in _object_pronouns():
        if word.endswith(suffix) and "scheduled" in lexicon().entries.get(word[: -len(suffix)], {}):
            return "scheduled"
    for suffix in _object_pronouns():
        # Not -ه: «الحملة» would be «حمل» with a pronoun.
        if len(suffix) > 1 and word.endswith(suffix) and "perfect" in lexicon().entries.get(word[: -len(suffix)], {}):
            return "perfect"  # «أعلنها»
    return "particle" if word in {_not_yet(), _and_then()[1]} else None


def _cue_at(folded: Folded, tokens: Tokens, word: int, first: int) -> Literal["past", "future", "present"] | None:
    kind = _kind_of(folded.words[word])
    if kind in {None, "particle", "perfect"}:
        return "past" if kind == "perfect" else None
    if kind == "willing":
        perfect = tokens.codes[word] in _classes().perfect
        return "future" if _convenes(tokens, word, first) else "past" if perfect else None
    if kind == "postponed":
        to = _classes().to
        return "future" if any(tokens.codes[place] in to for place in range(max(0, first - 3), first)) else "past"
    if kind == "delivery":
        return "future" if previous_word(tokens, first) == word else None
    frame = _classes().past_frame
    if kind == "future":
        was = lexicon().members["was"]
        return "past" if any(tokens.codes[place] in was for place in range(max(0, word - 3), word)) else "future"
    if any(tokens.codes[place] in frame for place in range(max(0, word - 4), word)):
        return "past"
    if word >= 2 and tokens.codes[word - 2] in lexicon().members["before"]:
        return None  # «وصل الأحد، قبل أن يلتقي نظيره الإثنين»: the main verb decides
    return "present"


def _convenes(tokens: Tokens, verb: int, first: int) -> bool:
    """Whether what is to be held stands between a verb of will and a day, and nothing that the day belongs to.

    «قرر المجلس عقد جلسة الاثنين», «دعا إلى التظاهر الجمعة»; not «دعا إلى عقد جلسة بعد هجوم الاثنين».
    """
    members = lexicon().members
    sets = tokens.codes[verb] in members["setting"]
    for place in range(max(verb + 1, first - FURTHEST_HELD), first):
        code = tokens.codes[place]
        asked = code in members["gathering"] and (sets or tokens.codes[place - 1] in members["to"])
        if code in members["holding"] or asked:
            between = tokens.codes[place + 1 : first]
            own = members["after"] + members["attack_noun"] + members["perfect"]
            return not any(each in own for each in between)
    return False


def _ends_by(tokens: Tokens, first: int) -> int | None:
    """The word before an expression that makes it the end of a time: «قبل», «حتى», «بحلول»."""
    before = previous_word(tokens, first)
    members = lexicon().members
    ends = members["before"] + members["until"] + members["by_then"]
    return before if before is not None and tokens.codes[before] in ends else None


def _is_unless(folded: Folded, tokens: Tokens, word: int) -> bool:
    """«ما لم»: what follows lies ahead."""
    if folded.words[word] != _not_yet():
        return False
    back = previous_word(tokens, word)
    return back is not None and tokens.codes[back] in lexicon().members["what"]


def _is_then(folded: Folded, tokens: Tokens, word: int) -> bool:
    """«…، على أن يلتقي الأحد»: behind a comma, or before an imperfect, what is to come; not «شدد على أن الوزير»."""
    before = _and_then()
    if folded.words[word] != before[1] or word == 0 or folded.words[word - 1] != before[0]:
        return False
    if tokens.separators[word - 1] not in WHITE:
        return False
    comma = word >= _BEHIND_COMMA and COMMA in tokens.separators[word - _BEHIND_COMMA : word - 1]
    return comma or (word + 1 < len(folded.words) and folded.words[word + 1] in imperfects())


def _relative_clause(words: list[bytes], tokens: Tokens, word: int, first: int) -> Literal["past"] | None:
    """«الهجوم الذي وقع الثلاثاء»: a relative clause whose verb is no imperfect and no future tells of the past."""
    following = next((k for k in range(word + 1, first) if tokens.codes[k] != EMPTY), None)
    if following is None:
        return None
    verb = words[following]
    return None if verb[:1] in _imperfect_letters() or is_future_verb(verb) else "past"
