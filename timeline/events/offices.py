"""Offices and their holders: «وزير الخارجية التركي هاكان فيدان», «وزراء خارجية إيران وتركيا»."""

from __future__ import annotations

from timeline.events.lexicon import Entity, word_list
from timeline.events.names import FUNCTION, NAMES_TOO, common_noun, match_name, name_like, name_run
from timeline.events.sentence import Phrase, Sentence
from timeline.events.tokens import Kind, Word

_QUALIFIER = Kind.OFFICE | Kind.NISBA


_PLURAL_HOLDERS = word_list("plural_holders")


def second_holder(sentence: Sentence, at: int) -> Phrase | None:
    """«نظيريه التركي فلان والإيراني فلان»: the adjective stands for the office."""
    if not at or at + 1 >= len(sentence.words) or sentence.phrase_of[at - 1] is None:
        return None
    before = sentence.phrase_of[at - 1]
    if before is None or before.kind != "titled" or sentence.gaps[at + 1].strip():
        return None
    named = match_name(sentence, at + 1)
    last = named[1] if named is not None and named[0].kind == "person" else name_run(sentence, at + 1)
    if last < at + 1:
        return None
    entity = named[0] if named is not None and named[0].kind == "person" else None
    start, end = sentence.span(at + 1, last)
    phrase = Phrase(at, last, "titled", start, end, entity)
    nisba = sentence.words[at].nisba
    phrase.country = entity.country if entity else (nisba.country if nisba else None)
    return _finish(phrase, sentence, military=False, name_first=at + 1)


def title_phrase(sentence: Sentence, at: int) -> Phrase | None:  # noqa: PLR0915 (one list of cases)
    """An office with its holder: «وزير الخارجية التركي هاكان فيدان»; the span is the name if there is one."""
    words, gaps = sentence.words, sentence.gaps
    size = len(words)
    head = words[at]
    military = bool(head.kind & Kind.MILITARY)
    country: str | None = None
    last = at
    entity: Entity | None = None
    if head.core in _PLURAL_HOLDERS:
        return _holders(sentence, at)
    while last + 1 < size and last - at < 14:
        nxt = last + 1
        word = words[nxt]
        gap = gaps[nxt]
        if sentence.times[nxt] >= 0:
            break
        bare = gap.strip(' \u00a0"“”#')
        if bare in ("،", ",", "ـ", "-", "–", "("):
            if word.kind & Kind.TITLE and not word.conjunction:
                last = nxt
                continue
            if bare in ("،", ",") and _name_after_comma(sentence, nxt):
                last = nxt - 1
                break
            break
        if bare and bare not in ("«", "»", "» ", "«»"):
            break
        named = match_name(sentence, nxt) if word.kind & Kind.NAME else None
        if named is not None:
            found, end, cut = named
            if found.kind == "person" or (found.careful and end == nxt):
                break
            if head.kind & Kind.DEFINITE and last > at and not cut and not _linked(sentence, at + 1, nxt):
                break  # «اتهم المندوب المصري إثيوبيا»: after an article no genitive follows
            country = country or found.country
            last = end
            continue
        if word.core.startswith("نظير") and not word.preposition:
            break  # «استقبل الوزير نظيريه»: another one
        if word.kind & Kind.TITLE:
            military = military or bool(word.kind & Kind.MILITARY)
            if word.conjunction and last == at and not word.kind & Kind.OFFICE:
                break
            last = nxt
            continue
        if _disagrees(head, word) and not _linked(sentence, at + 1, nxt):
            break  # «هنأ الرئيس المسيحيين», «هاجم الوزير المعارضة»: the object
        if word.kind & Kind.NISBA and not word.conjunction:
            country = country or (word.nisba.country if word.nisba else None)
            last = nxt
            continue
        if word.kind & _QUALIFIER:
            if (
                word.preposition
                and word.preposition != "ل"
                and word.folded not in ("باسم", "باسمه", "باسمها", "بلسان", "باعمال")
            ):
                break
            last = nxt
            continue
        if words[last].folded in ("باسم", "بلسان") and not word.kind & FUNCTION:
            last = nxt
            continue
        if (
            word.kind & Kind.DEFINITE
            and not word.kind & (FUNCTION | Kind.TRIGGER)
            and not word.conjunction
            and nxt + 1 < size
            and not _disagrees(head, word)
            and not gaps[nxt + 1].strip()
            and name_like(sentence, nxt + 1)
        ):
            last = nxt  # «الناشط السلمي فلان الفلاني»
            continue
        if (
            last == at
            and word.kind & (Kind.PLACE_HEAD | Kind.PLACE_GENERIC)
            and word.kind & Kind.DEFINITE
            and not head.kind & Kind.DEFINITE
            and not (word.conjunction or word.preposition)
        ):
            last = nxt  # «حاكم الإقليم»
            continue
        if word.folded in ("باسم", "باسمه", "باسمها", "باسمهم", "بلسان", "لدي", "ل", "لشوون"):
            last = nxt
            continue
        if word.kind & Kind.GROUP and not word.kind & Kind.VERB and not word.conjunction:
            last = nxt
            continue
        if (
            bare
            and "«" in bare
            and quoted_until(sentence, nxt) > nxt - 1
            and words[last].kind & (Kind.GROUP | Kind.OFFICE)
        ):
            last = quoted_until(sentence, nxt)
            continue
        break
    # the name after the office
    first_name = last + 1
    if (
        first_name < size
        and gaps[first_name].strip(' \u00a0"“”#«»') in ("", "،", ",", "ـ", "-", "(")
        and (sentence.times[first_name] < 0)
    ):
        comma = gaps[first_name].strip(' \u00a0"“”#«»') != ""
        named = match_name(sentence, first_name) if words[first_name].kind & Kind.NAME else None
        if named is not None and named[0].kind == "person":
            found, end, _cut = named
            run = name_run(sentence, first_name) if end == first_name else end
            if run > end:
                end, found_entity = run, None
            else:
                found_entity = found
            start = sentence.places[first_name]
            phrase = Phrase(at, end, "titled", start, sentence.places[end] + len(words[end].surface), found_entity)
            phrase.country = found.country if found_entity else country
            return _finish(phrase, sentence, military=military, name_first=first_name)
        if not comma or _name_after_comma(sentence, first_name):
            end = name_run(sentence, first_name)
            if not head.kind & Kind.DEFINITE and last == at and _adjectives(sentence, first_name, end):
                end = first_name - 1
                last = first_name  # «مسؤول أمني»
            if end < first_name and not comma and _surname(sentence, first_name, at):
                end = first_name
            if end >= first_name:
                start = sentence.places[first_name]
                phrase = Phrase(
                    at, end, "titled", start, sentence.places[end] + len(words[end].surface), entity, country
                )
                return _finish(phrase, sentence, military=military, name_first=first_name)
    if head.kind & Kind.VERB and not head.kind & Kind.DEFINITE and last == at:
        return None
    further = _named_further(sentence, at, last)
    if further is not None:
        first, end = further
        phrase = Phrase(at, end, "titled", sentence.places[first], sentence.places[end] + len(words[end].surface))
        phrase.country = country
        return _finish(phrase, sentence, military=military, name_first=first)
    start, end_char = sentence.span(at, last)
    phrase = Phrase(at, last, "title", start, end_char, entity, country)
    return _finish(phrase, sentence, military=military)


_BETWEEN = Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.VERB | Kind.NUMBER | Kind.NEGATION | Kind.CONDITION
#: Offices that are of a city: «السفير الأميركي في بغداد فلان»; of the others the city may be where something happens.
_POSTED = word_list("posted")


def _named_further(sentence: Sentence, at: int, last: int) -> tuple[int, int] | None:
    """The name of two words, or a known one, behind what an office is of or where it is held: its first and last word.

    «الأمين العام للمجلس القومي للطفولة أميرة الفاضل», «زعيم الغالبية في مجلس الشيوخ هاري ريد».
    """
    words, gaps = sentence.words, sentence.gaps
    if last + 2 >= len(words):
        return None
    opening = words[last + 1]
    if opening.preposition not in ("ل", "ب") and not _held_in(sentence, at, last + 1):
        return None
    for place in range(last + 2, min(last + 9, len(words))):
        word = words[place]
        if gaps[place].strip() or sentence.times[place] >= 0:
            return None
        named = match_name(sentence, place) if word.kind & Kind.NAME else None
        if named is not None and named[0].kind == "person":
            end = name_run(sentence, place)
            return (place, max(end, named[1])) if end > place or not named[0].careful else None
        if named is not None:
            continue
        known = word.kind & (Kind.DEFINITE | Kind.NISBA | Kind.GROUP | Kind.OFFICE | Kind.PREPOSITION)
        closing = words[place - 1].kind & (Kind.DEFINITE | Kind.NISBA | Kind.NAME)
        if closing and not known and not word.conjunction and not word.preposition:
            end = name_run(sentence, place)
            if end > place:
                after = words[end + 1] if end + 1 < len(words) else None
                closed = (
                    after is None
                    or bool(gaps[end + 1].strip())
                    or bool(after.kind & (FUNCTION | Kind.VERB))
                    or sentence.times[end + 1] >= 0
                )
                return (place, end) if closed else None
        if word.kind & _BETWEEN and not word.kind & Kind.DEFINITE:
            return None
        if word.kind & Kind.TITLE and not word.kind & (Kind.OFFICE | Kind.GROUP):
            return None
    return None


def _held_in(sentence: Sentence, at: int, place: int) -> bool:
    """Whether «في …» or «إلى …» after an office tells where it is held: a state, a body, or the city of an envoy."""
    words = sentence.words
    preposition = words[place].folded
    if preposition not in ("في", "الي", "لدي") or sentence.gaps[place].strip() or place + 1 >= len(words):
        return False
    word = words[place + 1]
    named = match_name(sentence, place + 1) if word.kind & Kind.NAME else None
    if named is None:
        return bool(word.kind & (Kind.GROUP | Kind.OFFICE))
    if named[0].kind in ("country", "organization"):
        return True
    return preposition == "الي" or words[at].core.removeprefix("ال") in _POSTED


def _linked(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a preposition or an office in the construct leads from a title to what follows it: «المتحدث باسم …»."""
    for place in range(first, last + 1):
        word = sentence.words[place]
        if word.preposition or word.folded in ("باسم", "باسمه", "باسمها", "بلسان", "لدي", "لشوون"):
            return True
        if place < last and word.kind & (Kind.TITLE | Kind.OFFICE | Kind.GROUP) and not word.kind & Kind.DEFINITE:
            return True
    return False


def _disagrees(head: Word, word: Word) -> bool:
    """Whether a definite word cannot be the adjective of a definite office in the singular."""
    if not (head.kind & Kind.DEFINITE and word.kind & Kind.DEFINITE):
        return False
    if head.core.endswith(("ون", "ين", "ان", "ات")):
        return False
    if word.core.endswith(("ين", "ون")) and len(word.core) > 6:
        return True
    return word.core.endswith("ه") and not head.core.endswith(("ه", "اء"))


def _adjectives(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what follows an office without article only qualifies it: «مسؤول أمني», «قائد عسكري»."""
    word = sentence.words[first]
    return (
        last >= first
        and word.folded.endswith(("ي", "يه", "ين"))
        and word.folded not in NAMES_TOO
        and not (word.kind & Kind.NAME)
    )


def quoted_until(sentence: Sentence, at: int) -> int:
    """The last word of a short quotation that begins at a word, or the word before."""
    gaps = sentence.gaps
    closing = ")" if gaps[at].endswith("(") else '"' if gaps[at].endswith('"') else ""
    for place in range(at, min(at + 5, len(gaps) - 1)):
        if "»" in gaps[place + 1] or "”" in gaps[place + 1] or (closing and gaps[place + 1].startswith(closing)):
            return place
    return at - 1


def _surname(sentence: Sentence, at: int, title: int) -> bool:
    """«الوزير العساف»: one definite word that no list knows, after a one-word title with its article."""
    word = sentence.words[at]
    return (
        at == title + 1
        and bool(sentence.words[title].kind & Kind.DEFINITE)
        and bool(word.kind & Kind.DEFINITE)
        and not word.kind & FUNCTION
        and not common_noun(word)
        and not word.kind & (Kind.NISBA | Kind.OFFICE | Kind.GROUP | Kind.PLACE_GENERIC | Kind.TRIGGER | Kind.FUTURE)
        and not word.conjunction
    )


def _name_after_comma(sentence: Sentence, at: int) -> bool:
    """«نظيره التركي، فلان الفلاني، …»: a run of two words or more that can only be a name."""
    if sentence.words[at].kind & Kind.NAME:
        named = match_name(sentence, at)
        return named is not None and named[0].kind == "person"
    last = name_run(sentence, at)
    if last < at + 1:
        return False
    return not any(sentence.words[k].conjunction and sentence.words[k].cut for k in range(at, last + 1))


def _finish(phrase: Phrase, sentence: Sentence, *, military: bool, name_first: int = -1) -> Phrase:
    phrase.person = True
    phrase.force = military
    phrase.civil = not military
    phrase.definite = True
    phrase.name_first = name_first
    word = sentence.words[phrase.first]
    phrase.preposition = word.preposition
    return phrase


def _holders(sentence: Sentence, at: int) -> Phrase | None:
    """«وزراء خارجية إيران وتركيا وروسيا»: the holders of an office; the countries are named after it."""
    words = sentence.words
    last = at
    while last + 1 < len(words) and not sentence.gaps[last + 1].strip() and last - at < 6:
        word = words[last + 1]
        if sentence.times[last + 1] >= 0:
            break
        if word.kind & Kind.NAME and match_name(sentence, last + 1):
            break
        if word.kind & (Kind.OFFICE | Kind.NISBA | Kind.GROUP) and not word.kind & Kind.VERB and not word.preposition:
            last += 1
            continue
        break
    nxt = last + 1
    if nxt < len(words) and not sentence.gaps[nxt].strip() and words[nxt].kind & Kind.NAME:
        named = match_name(sentence, nxt)
        if named and named[0].kind in ("country", "organization", "capital"):
            entity, end, cut = named
            start = sentence.places[nxt] + words[nxt].offset(cut)
            phrase = Phrase(at, end, "titled", start, sentence.places[end] + len(words[end].surface), entity)
            phrase.country = entity.country
            return _finish(phrase, sentence, military=False, name_first=nxt)
    start, end_char = sentence.span(at, last)
    return _finish(Phrase(at, last, "title", start, end_char), sentence, military=False)
