"""Subjects: who stands after a verb, before it, or before its relative pronoun."""

from __future__ import annotations

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger, clause_start
from timeline.events.lexicon import word_list
from timeline.events.names import subject_name, unknown_name
from timeline.events.sentence import Phrase, Sentence
from timeline.events.tokens import Kind, Word


def assign_subject(sentence: Sentence, trigger: Trigger) -> None:
    """Find who does it: after a verb, before it, or before its relative pronoun."""
    if not trigger.is_verb:
        return
    at = trigger.first
    if trigger.tense == "participle":
        trigger.implied = True
        return
    if trigger.reading.inflection.person == 1:
        trigger.implied = True
        return
    speech = trigger.kind is STATEMENT or trigger.subtype in ("killing", "assassination", "abduction")
    after = subject_after(sentence, at, speech=speech, trigger=trigger)
    if after is not None and speech and trigger.kind is STATEMENT and _is_object(sentence, trigger, after):
        trigger.actors.append((after, trigger.lemma.frame["roles"]["object"]))
        trigger.implied = True
        return
    before = subject_before(sentence, at)
    if before is None and after is None and trigger.kind is STATEMENT:
        before = _unknown_before(sentence, trigger)
    relative = before is not None and bool(sentence.words[at - 1].kind & Kind.RELATIVE)
    if relative and trigger.reading.pronoun:
        trigger.actors.append((before, "target"))  # type: ignore[arg-type]
        before = None
    if before is not None:
        trigger.subject = before
        trigger.subject_before = True
    elif after is not None:
        trigger.subject = after
    else:
        first = first_of_clause(sentence, at)
        if first is not None and not sentence.words[at].conjunction:
            trigger.subject = first
            trigger.subject_before = True
        else:
            trigger.implied = True


def _unknown_before(sentence: Sentence, trigger: Trigger) -> Phrase | None:
    """«إن كوماراتونغا رحبت», «لكن جورجتاون استبعدت»: a word that no list knows between أن and a verb of speech."""
    words = sentence.words
    first = clause_start(sentence, trigger.first)
    if words[first].kind & Kind.COMPLEMENTIZER or words[first].folded in ("لكن", "ولكن", "بينما", "فيما"):
        first += 1
    if not 0 < trigger.first - first <= 3 or words[trigger.first].conjunction:
        return None
    if not words[first - 1].kind & Kind.COMPLEMENTIZER and words[first - 1].folded not in (
        "لكن",
        "ولكن",
        "بينما",
        "فيما",
    ):
        return None
    named = unknown_name(sentence, first)
    return named if named is not None and named.last == trigger.first - 1 else None


#: Places that are somebody's, and are attacked as theirs.
BUILDINGS = word_list("buildings")


_WITH_PRONOUN = word_list("with_pronoun")


_ADVERBS = word_list("adverbs")


_BY = word_list("by")


def first_of_clause(sentence: Sentence, at: int) -> Phrase | None:
    """«أن القاعدة في العراق تلقت»: the phrase that opens the clause of a verb, no other verb between."""
    start = clause_start(sentence, at)
    for place in range(start, at):
        phrase = sentence.phrase_at.get(place)
        word = sentence.words[place]
        if phrase is not None:
            if phrase.is_actor and not phrase.preposition:
                if _dateline(sentence, phrase, at):
                    return None
                for between in range(phrase.last + 1, at):
                    if (
                        sentence.words[between].kind & (Kind.VERB | Kind.RELATIVE)
                        and sentence.words[between].core not in BE
                    ):
                        return None
                return head_of(sentence, phrase)
            return None
        if word.kind & Kind.VERB and word.core not in BE and sentence.times[place] < 0:
            return None
        if place - start > 4:
            return None
    return None


def _dateline(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """«بغداد (وكالات) - قتل …»: where and by whom it was filed, before a dash."""
    if phrase.first > 4 or at - phrase.last > 6:
        return False
    return any(sentence.gaps[k].strip(" \u00a0)") in ("-", "–", "ـ", "—") for k in range(phrase.last + 1, at + 1))


BE = frozenset(("كان", "كانت", "كانوا", "كانا", "قد", "يكون", "تكون"))


def head_of(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The first of phrases joined by و: for «وروسيا» in «إيران وتركيا وروسيا» it is «إيران»."""
    while sentence.words[phrase.first].conjunction and phrase.first:
        before = sentence.phrase_of[phrase.first - 1]
        if before is None or before.is_actor != phrase.is_actor:
            break
        phrase = before
    return phrase


_ALL = word_list("all")


def _agrees(sentence: Sentence, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether an unknown noun agrees with the verb: «واعتبرت القبض عليهم» has another subject."""
    inflection = trigger.reading.inflection
    word = sentence.words[phrase.first]
    if not word.kind & Kind.DEFINITE or (phrase.first != phrase.last and inflection.gender == "any"):
        return True
    feminine = word.core.endswith(("ه", "ات", "اء"))
    if inflection.number != "singular":
        return False
    return (inflection.gender == "f") == feminine or word.core.endswith("ون")


def subject_after(sentence: Sentence, at: int, *, speech: bool, trigger: Trigger | None = None) -> Phrase | None:  # noqa: PLR0915 (one walk over the clause)
    """The first phrase after a verb that no preposition governs, within its clause."""
    words, gaps = sentence.words, sentence.gaps
    place = at + 1
    limit = min(len(words), at + 16)
    in_prepositional = False
    passed = False
    skipped = 0
    while place < limit:
        word = words[place]
        gap = gaps[place]
        if ":" in gap or word.kind & (Kind.COMPLEMENTIZER | Kind.RELATIVE):
            return None
        if sentence.clause[place] != sentence.clause[at]:
            return None
        if sentence.times[place] >= 0 or word.folded in _ADVERBS:
            place += 1
            in_prepositional = False
            continue
        phrase = sentence.phrase_at.get(place)
        if phrase is not None:
            if phrase.preposition and phrase.first == at + 1 and phrase.preposition == words[at].core:
                return phrase  # «عبر المفوض», «بيّن الوزير»: a verb spelled like a preposition
            if phrase.preposition or words[place - 1].core in _BY or (in_prepositional and not _sure(phrase)):
                place = phrase.last + 1
                in_prepositional = False
                passed = True
                continue
            if phrase.kind == "place" and not phrase.is_actor and words[phrase.first].core not in BUILDINGS:
                place = phrase.last + 1
                continue
            return phrase
        if word.folded in ("ذلك", "هذا") and place + 1 < limit and not words[place + 1].kind & Kind.DEFINITE:
            return None  # «واعتبرت ذلك شرطا»
        if word.kind & Kind.NUMBER or word.folded in ("هذه", "هذا", "تلك", "ذلك", "هولاء"):
            place += 1
            continue
        if word.core in _WITH_PRONOUN:
            place += 1
            continue
        if word.kind & Kind.PREPOSITION or (word.preposition and word.cut):
            in_prepositional = True
            place += 1
            continue
        if in_prepositional:
            passed = True
            skipped += 1
            if skipped > 3:
                return None
            place += 1
            continue
        if passed and sentence.times[place - 1] < 0:
            return None  # an unknown noun so far from the verb is no subject
        if speech and trigger is not None and _governed_word(trigger, word):
            return None
        accusative = word.folded.endswith("ا") and len(word.folded) > 4 and not word.kind & Kind.NAME
        if accusative and (word.conjunction or (trigger is not None and trigger.kind is OFFENSIVE)):
            return None  # «ستضيف وقودا», «خطف جهارا»
        if speech and words[place - 1].core in _ALL and place > at + 1:
            return None
        if speech and not word.kind & (Kind.VERB | Kind.CONJUNCTION | Kind.NEGATION | Kind.PLACE_HEAD):
            named = subject_name(sentence, place)
            if named is None or words[named.last].kind & Kind.NOT_ACTOR or _other_gender(sentence, place, trigger):
                return None
            return named if trigger is None or _agrees(sentence, trigger, named) else None
        if trigger is not None and trigger.kind is MEETING and place == at + 1:
            named = unknown_name(sentence, place)  # «استقبل طارق عزيز السفيرين»
            if named is not None and named.last > place:
                return named
        if not speech and not word.kind & (Kind.VERB | Kind.CONJUNCTION | Kind.NEGATION):
            return None
        place += 1
    return None


_MALE_IN_TA = word_list("male_in_ta")


def _other_gender(sentence: Sentence, at: int, trigger: Trigger | None) -> bool:
    """«واستبعد عودة …»: a feminine noun with a genitive is not the subject of a masculine verb."""
    word = sentence.words[at]
    if trigger is None or trigger.reading.inflection.gender != "m" or not word.surface.endswith("ة"):
        return False
    if at + 1 >= len(sentence.words) or sentence.gaps[at + 1].strip():
        return False
    following = sentence.words[at + 1]
    if following.kind & (Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.PREPOSITION) or sentence.times[at + 1] >= 0:
        return False
    return word.folded not in _MALE_IN_TA and not word.kind & Kind.DEFINITE


_ADDRESSED = word_list("addressed")


def _is_object(sentence: Sentence, trigger: Trigger, phrase: Phrase) -> bool:
    """«ندد المجلس …، وطالب المجتمع الدولي ب»: whether the phrase after a verb without a subject is its object."""
    frame_roles = trigger.lemma.frame.get("roles", {})
    if "object" not in frame_roles or phrase.kind in ("titled", "title") or phrase.person:
        return False
    word = sentence.words[phrase.first]
    if (
        phrase.first > trigger.last + 1
        and sentence.words[phrase.first - 1].core in _ALL
        and sentence.words[trigger.first].conjunction
    ):
        return True  # «وحث جميع الأحزاب»
    if word.folded.endswith("ين") and phrase.first == trigger.last + 1 and word.kind & Kind.DEFINITE:
        return not (phrase.entity is not None)  # «طمأن المواطنين»: the accusative of the plural
    verb = sentence.words[trigger.first]
    if not verb.conjunction or not trigger.first:
        return False
    if phrase.last + 1 < len(sentence.words):
        following = sentence.phrase_at.get(phrase.last + 1)
        if following is not None and not following.preposition and not sentence.gaps[phrase.last + 1].strip():
            return False  # another one without a preposition: that is the object
    if not any(each.last < trigger.first and each.is_actor and not each.preposition for each in sentence.phrases):
        return False
    feminine = word.folded.endswith(("ه", "ات")) and word.kind & Kind.DEFINITE and phrase.entity is None
    if feminine and trigger.reading.inflection.gender == "m" and trigger.reading.inflection.number == "singular":
        return True
    return word.core in _ADDRESSED


def _governed_word(trigger: Trigger, word: Word) -> bool:
    """Whether an unknown word begins with the preposition that the verb asks for: «هددت باتخاذ», «دعت لإجراء»."""
    return len(word.folded) > 3 and word.folded[0] in ("ب", "ل") and word.folded[0] in trigger.lemma.needs


def _sure(phrase: Phrase) -> bool:
    if phrase.entity is not None and phrase.entity.kind in ("country", "capital", "place"):
        return False
    return phrase.kind in ("titled", "name", "title") or (phrase.kind == "group" and phrase.definite)


def subject_before(sentence: Sentence, at: int) -> Phrase | None:
    """«أن واشنطن تحض», «المجموعة التي هاجمت»: the phrase before the verb, or before its relative pronoun."""
    words = sentence.words
    place = at - 1
    while place >= 0 and words[place].core in (
        "قد",
        "سوف",
        "لم",
        "لن",
        "لا",
        "ما",
        "كان",
        "كانت",
        "كانوا",
        "ايضا",
        "ربما",
        "لقد",
    ):
        place -= 1
    while place >= 0 and sentence.times[place] >= 0:
        place -= 1
    while place >= 0 and words[place].folded in ("قد", "كان", "كانت", "كانوا"):
        place -= 1
    if place < 0:
        return None
    relative = False
    if words[place].kind & Kind.RELATIVE:
        relative = True
        place -= 1
    if place < 0:
        return None
    phrase = sentence.phrase_of[place]
    if phrase is not None and _dateline(sentence, phrase, at):
        return None
    if phrase is None:
        # a qualified phrase: «المنظمة الحقوقية البارزة تقول»; or an apposition in commas
        for back in range(place, max(place - 4, -1), -1):
            candidate = sentence.phrase_of[back]
            if candidate is not None:
                if words[back + 1].kind & Kind.DEFINITE or relative:
                    phrase = candidate
                break
            if (
                words[back].kind & (Kind.VERB | Kind.PREPOSITION | Kind.COMPLEMENTIZER)
                or sentence.gaps[back + 1].strip()
            ):
                break
    if phrase is None or not phrase.is_actor:
        return None
    if relative:
        return head_of(sentence, phrase)
    gap = sentence.gaps[at].strip()
    if gap and ("،" in gap or ":" in gap or "." in gap):
        return None
    if words[at].conjunction:
        return None
    if phrase.preposition and phrase.preposition != "من":
        return None
    phrase = head_of(sentence, phrase)
    if phrase.preposition == "من":
        return phrase if phrase.first and words[phrase.first - 2].kind & Kind.NUMBER else None
    first = clause_start(sentence, at)
    if phrase.first - first > 6 and not words[max(phrase.first - 1, 0)].kind & Kind.COMPLEMENTIZER:
        return None
    for back in range(first, phrase.first):
        if words[back].kind & Kind.VERB and sentence.times[back] < 0 and words[back].core not in BE:
            return None
    return phrase
