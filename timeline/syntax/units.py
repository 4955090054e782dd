"""Units: the row of words, names, dates and signs that a sentence is made of.

«وأعلنت الولايات المتحدة، أمس،» is the conjunction, a verb, one name, a comma, one date, a comma: what several words say
together (a name of the gazetteers, «على يد», a date expression) is one unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, evolve

from timeline.lexicon.gazetteer import Entity
from timeline.resolve.expression import TimeExpression
from timeline.syntax.categories import of_particle
from timeline.syntax.form import Form, Part, Spelling
from timeline.syntax.government import AND, BIRTHPLACE, CLAUSE, DIRECTIONS, FELT, NATIONAL, PRIVATE
from timeline.syntax.quotes import without_marks_of_names
from timeline.syntax.vouched import stands_for_itself
from timeline.syntax.words import Vocabulary
from timeline.text.spelling import MARKS, offset_of_letter

#: «#الاتحاد_الأوروبي» is two words.
_TOKEN = re.compile(f"\\d{{1,3}}(?:[,٬]\\d{{3}})+(?!\\d)|[^\\W_](?:[^\\W_]|[{MARKS}])*|[^\\w\\s{MARKS}]+|_")
_JOINER = "_"
_SIGNS = {
    "،": ",", ",": ",", "؛": ";", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "«": "“", "»": "”",
    "“": "“", "”": "”", "„": "“", "-": "-", "–": "-", "—": "-", "ـ": "-", ".": ".", "!": ".", "؟": ".", "?": ".",
    "…": ".", "/": "/", "*": "-", "•": "-", "|": "-",
}  # fmt: skip
_BLANK = Form("")


@define(eq=False, slots=True)
class Unit:
    """One unit with its place in the text and its number of words; ``date`` numbers the date expression that it is."""

    code: str
    form: Form
    start: int
    end: int
    entity: Entity | None = None
    date: int = -1
    words: int = 1


def units(
    text: str, span: tuple[int, int], vocabulary: Vocabulary, expressions: Sequence[TimeExpression] = (), first: int = 0
) -> list[Unit]:
    """The units of a stretch of the text; ``first`` is the number of the first date expression in it."""
    begin, stop = span
    tokens = [match.span() for match in _TOKEN.finditer(text, begin, stop) if match[0] != _JOINER]
    spellings: list[Spelling | None] = [
        vocabulary[text[start:end]] if text[start].isalnum() else None for start, end in tokens
    ]
    made: list[Unit] = []
    at, date, size, opened = 0, first, len(tokens), 0
    while at < size:
        start, end = tokens[at]
        spelling = spellings[at]
        if date < len(expressions):
            while date < len(expressions) and expressions[date].end_char <= start:
                date += 1
            if date < len(expressions) and expressions[date].start_char < min(end, stop):
                at = _date(made, expressions[date], date, tokens, spellings, at)
                date += 1
                continue
        if spelling is None or not spelling.parts:
            opened = _sign(made, text, start, end, opened)
            at += 1
            continue
        joined = _several(made, text, tokens, spellings, at) if spelling.opens else 0
        if joined:
            at += joined
            continue
        parts = spelling.parts
        if len(parts) == 1 or _surname_in_waw(made, parts):
            form = parts[0][0] if len(parts) == 1 else Form(spelling.folded, "J", name="family")
            made.append(Unit(form.code, form, start, end))
        else:
            for form, one, other in parts:
                made.append(Unit(form.code, form, start + one, start + other))
        at += 1
    _settled_by_neighbours(made, vocabulary)
    return without_marks_of_names(made)


def _surname_in_waw(made: Sequence[Unit], parts: Sequence[Part]) -> bool:
    """«غريس وانجيرو»: behind a given name alone, a word unknown without its «و» is the surname."""
    given = made[-1] if made else None
    if given is None or given.code != "J" or given.form.name != "given" or given.entity is not None:
        return False
    alone = len(made) < 2 or made[-2].code not in "JX"
    return alone and len(parts) == 2 and parts[0][0].folded == AND and parts[1][0].code == "X"


def _settled_by_neighbours(made: list[Unit], vocabulary: Vocabulary) -> None:
    """What a unit is by what follows it: «وبين أن», «نحو مئة», «تيسير قبعة»."""
    before: Unit | None = None
    for unit, following in pairwise(made):
        form = unit.form
        if following.code == "t" and unit.code == "p" and any(CLAUSE in lemma.takes for lemma, _ in form.verbs):
            _become(unit, evolve(form, particle="", meaning="", code="V"))
        elif unit.code == "p" and following.form.folded == FELT and any(FELT in lemma.takes for lemma, _ in form.verbs):
            _become(unit, evolve(form, particle="", meaning="", code="V"))  # «وعبر عن أسفه»
        elif following.code == "Z" and form.particle == "preposition" and form.folded in vocabulary.words.approximate:
            _become(unit, Form(form.folded, of_particle("degree"), particle="degree", meaning=form.folded))
        elif following.code == "J" and _foreign_given(unit, following):
            _become(unit, Form(form.folded, "J", name="given"))  # «جيرار كولومب»
        elif form.adjectives and (state := vocabulary.names.nisba.get(f"{form.folded} {following.form.folded}")):
            unit.form = evolve(form, nisba=state)  # «الكوري الجنوبي»
        elif (
            form.folded in PRIVATE and before is not None
            and ((before.code in "NE" and following.code == "p") or _indefinite_force(before))
            and (found := vocabulary.described(form.folded)) is not None
        ):  # fmt: skip
            _become(unit, found)  # «في مقابلة خاصة مع القناة»
        elif before is not None and _has_its_article(before, unit, following):
            _become(unit, vocabulary.form(_THE + form.folded))  # «للاجئين الفلسطينيين»
        elif (
            form.folded in DIRECTIONS and before is not None and _is_somebody(before) and following.code not in "MLJ"
            and (found := vocabulary.described(form.folded)) is not None
        ):  # fmt: skip
            _become(unit, found)  # «عن دبلوماسي غربي قوله»
        elif form.name == "given" and unit.code in "NXAEH" and _begins_name(before, following):
            _become(unit, Form(form.folded, "J", name="given"))
        before = unit


def _has_its_article(before: Unit, unit: Unit, following: Unit) -> bool:
    """«للاجئين الفلسطينيين»: a word in ل behind «ل» does not show its article; a definite adjective behind it does."""
    hidden = before.code == "p" and before.end == unit.start and unit.form.folded.startswith(before.form.folded)
    return hidden and unit.code in "NHE" and following.code in "BF" and not unit.form.accusative


_THE = "ال"


def _indefinite_force(unit: Unit) -> bool:
    """«هاجمت قوات خاصة المقر»."""
    return unit.code in "NH" and "force" in unit.form.classes


def _is_somebody(unit: Unit) -> bool:
    return unit.code in "HE" and "person" in unit.form.classes


def _foreign_given(unit: Unit, following: Unit) -> bool:
    """An unknown word before a surname, or a given name that seems to have an article («إليزابيث»)."""
    if unit.code == "X":
        return following.form.name == "family" and not unit.form.definite
    return unit.code == "Y" and unit.form.name == "given"


def _become(unit: Unit, form: Form) -> None:
    unit.form, unit.code = form, form.code


def _begins_name(before: Unit | None, following: Unit) -> bool:
    """Whether a given name that is a common word too is a name: a name or an unknown word follows («رياض النوري»).

    Not behind a noun that it could be the genitive of («اتفاق سلام عادل»).
    """
    if before is not None and before.code in "NEPAG":
        return False
    if following.form.accusative or following.form.derived:
        return False
    if following.code in "JXY":
        return True
    titled = before is not None and (before.code in "VWO" or "title" in before.form.classes)
    return titled and following.form.name in ("given", "family", "second")


def _date(
    made: list[Unit],
    expression: TimeExpression,
    number: int,
    tokens: list[tuple[int, int]],
    spellings: list[Spelling | None],
    at: int,
) -> int:
    """A date expression as one unit, and before it what is written together with its first word: «وأمس»."""
    start, _ = tokens[at]
    spelling = spellings[at]
    if spelling is not None and start < expression.start_char:
        for form, one, other in spelling.parts:
            if start + one < expression.start_char and form.particle:
                made.append(Unit(form.code, form, start + one, start + other))
    made.append(Unit("D", _BLANK, expression.start_char, expression.end_char, None, number))
    while at < len(tokens) and tokens[at][0] < expression.end_char:
        at += 1
    return at


def _sign(made: list[Unit], text: str, start: int, end: int, opened: int) -> int:
    """The signs of a stretch as units; ``opened`` quotations before it, and how many behind it."""
    for place in range(start, end):
        character = text[place]
        code = _SIGNS.get(character)
        if character in "\"'":
            code = "”" if opened > 0 else "“"
        if code is not None and not (code == "-" and made and made[-1].code == "-"):
            made.append(Unit(code, _BLANK, place, place + 1))
            opened += (code == "“") - (code == "”")
    return opened


def _several(
    made: list[Unit], text: str, tokens: list[tuple[int, int]], spellings: list[Spelling | None], at: int
) -> int:
    """Several words that are one unit (or one word that is a name): how many, 0 for none."""
    spelling = spellings[at]
    assert spelling is not None  # noqa: S101 (for the type checker)
    behind = _words_behind(text, tokens, spellings, at) if any(longer for _, longer, _ in spelling.opens) else []
    following = spellings[behind[0]] if behind else None
    best: tuple[int, int, Entity | Form] | None = None
    for taken, longer, alone in spelling.opens:
        found = None
        if following is not None and longer:
            found = _longest(longer.get(following.folded, ()), spellings, at, behind)
            if found is not None and _left_open(text, tokens, at, found[0]):
                found = None  # «حركة "حماس الفلسطينية"»
        if found is None and best is None:
            found = next(((1, meaning) for meaning in alone if stands_for_itself(made, spelling, taken, meaning)), None)
        if found is not None and (best is None or found[0] > best[0]):
            best = found[0], taken, found[1]
    if best is None:
        return 0
    count, taken, meaning = best
    beyond = spellings[at + count] if at + count < len(spellings) else None
    if isinstance(meaning, Entity) and (
        _national(meaning, beyond) or _common(meaning, count, spelling, beyond) or _birthplace(spelling, beyond)
    ):
        return 0
    start, end = tokens[at]
    cut = start + offset_of_letter(text[start:end], taken)
    if taken:
        letters = 0
        for form, begin, end_of in spelling.parts:
            if letters < taken and form.particle and start + end_of <= cut + 1:
                made.append(Unit(form.code, form, start + begin, min(start + end_of, cut)))
            letters += len(form.folded)
    stop = tokens[at + count - 1][1]
    if isinstance(meaning, Entity):
        opened = _opens_within(text, tokens, at, count)
        if opened:  # the mark that closes it is the name's, what is written together with that is not
            stop, end_of_signs = tokens[at + count][0] + 1, tokens[at + count][1]
        made.append(Unit("M", spelling.parts[-1][0], cut, stop, meaning, words=count))
        if opened:
            _sign(made, text, stop, end_of_signs, 0)
            return count + 1
    elif meaning.particle == "wish":
        return count + _passed_over(made, text, tokens, at + count)
    elif meaning.code == "A":  # «الطائرة بدون طيار»: it agrees in the article with what stands before
        made.append(Unit("B" if made and made[-1].code in "LSFYBM" else "A", meaning, cut, stop))
    else:
        made.append(Unit(meaning.code, meaning, cut, stop))
    return count


def _national(entity: Entity, following: Spelling | None) -> bool:
    """«مجلس الأمن القومي التركي» is not that of the United Nations: a body of many states has no nationality."""
    if entity.kind != "organization" or entity.country is not None or following is None or not following.parts:
        return False
    form = following.parts[-1][0]
    if form.folded in NATIONAL:
        return True
    return form.definite and form.nisba is not None and form.nisba.kind == "country" and len(following.parts) == 1


def _common(entity: Entity, count: int, spelling: Spelling, following: Spelling | None) -> bool:
    """«القطاع الجنوبي» is not the Gaza Strip: a word that is common too, with an adjective of its own."""
    form = spelling.parts[-1][0]
    if count > 1 or entity.kind != "place" or not (form.definite and form.nouns) or following is None:
        return False
    behind = following.parts[-1][0] if len(following.parts) == 1 else None
    if behind is None or not behind.definite or behind.nouns:
        return False
    return bool(behind.adjectives) or (behind.code == "Y" and " " in entity.name)  # «الضفة اليسرى»


def _birthplace(spelling: Spelling, following: Spelling | None) -> bool:
    """«مسقط رأسه» is where somebody was born, and not the town."""
    first, second = BIRTHPLACE
    if following is None or not following.parts or not any(form.folded in first for form, _, _ in spelling.parts):
        return False
    return any(lemma.key in second for lemma, _ in following.parts[-1][0].nouns)


def _longest(
    entries: tuple[tuple[tuple[str, ...], Entity | Form], ...],
    spellings: list[Spelling | None],
    at: int,
    behind: list[int],
) -> tuple[int, Entity | Form] | None:
    """The longest of some phrases whose words all stand there, with the number of its tokens; signs only in names."""
    for words, meaning in entries:
        if len(words) <= len(behind) and all(
            (other := spellings[k]) is not None and other.folded == word for k, word in zip(behind, words, strict=False)
        ):
            count = behind[len(words) - 1] - at + 1
            if count == len(words) + 1 or isinstance(meaning, Entity):
                return count, meaning
    return None


def _opens_within(text: str, tokens: list[tuple[int, int]], at: int, count: int) -> bool:
    return any(text[tokens[k][0]] in _OPENING for k in range(at + 1, at + count))


def _left_open(text: str, tokens: list[tuple[int, int]], at: int, count: int) -> bool:
    """Whether a quotation that is opened within some words is not closed right behind them."""
    if not _opens_within(text, tokens, at, count):
        return False
    return at + count >= len(tokens) or text[tokens[at + count][0]] not in _CLOSING


_LONGEST_PHRASE = 8
_OPENING, _CLOSING = '"«“', '"»”'


def _words_behind(text: str, tokens: list[tuple[int, int]], spellings: list[Spelling | None], at: int) -> list[int]:
    """The words behind one, over the signs that a name can have within: «دونالد #ترمب», «كيم جونغ-أون».

    A quotation that is opened within the name ends with it («تنظيم "الدولة الإسلامية"»): behind it no name goes on.
    """
    found: list[int] = []
    place, quoted = at + 1, False
    while place < len(tokens) and len(found) < _LONGEST_PHRASE:
        if spellings[place] is not None:
            found.append(place)
            place += 1
            continue
        sign, start = text[tokens[place][0]], tokens[place][0]
        following = place + 1 < len(tokens) and spellings[place + 1] is not None and tokens[place + 1][0] == start + 1
        if not following or quoted:
            break
        if sign in _OPENING:
            closed = next((k for k in range(place + 1, min(place + 5, len(tokens))) if spellings[k] is None), None)
            if closed is None or text[tokens[closed][0]] not in _CLOSING:
                break
            quoted = True
        elif sign != "#" and not (sign == "-" and tokens[place - 1][1] == start):
            break
        place += 1
    return found


def _passed_over(made: list[Unit], text: str, tokens: Sequence[tuple[int, int]], at: int) -> int:
    """A wish («حفظه الله») is no unit; nor are the signs around it: how many of them behind it."""
    if at >= len(tokens) or not made or made[-1].code not in ",-(":
        return 0
    start, end = tokens[at]
    closing = _SIGNS.get(text[start:end])
    if closing == (")" if made[-1].code == "(" else made[-1].code):
        made.pop()
        return 1
    return 0
