"""Triggers: which words of a sentence name an act, decided by their frames, not by their spelling alone."""

from __future__ import annotations

from attrs import define, field

from timeline.events.lexicon import Lemma, word_list
from timeline.events.model import EventType
from timeline.events.phrases import Phrase, Sentence, subject_name
from timeline.events.spelling import fold
from timeline.events.tokens import Kind, Reading, Word

_STATEMENT, _OFFENSIVE, _MEETING = EventType.STATEMENT, EventType.OFFENSIVE, EventType.MEETING
_QUOTES = frozenset('«“"')
_SPORT = word_list("sport")


@define(eq=False)
class Trigger:
    """A word or two that name an act, with what the sentence says of it."""

    first: int
    last: int
    reading: Reading
    lemma: Lemma
    kind: EventType
    subtype: str
    light: int = -1
    light_name: str = ""
    light_future: bool = False
    subject: Phrase | None = None
    subject_before: bool = False
    actors: list[tuple[Phrase, str]] = field(factory=list)
    places: list[tuple[Phrase, str]] = field(factory=list)
    implied: bool = False
    governed: str = ""  # the kind of statement that it is the content of: threaten, demand
    same_as: Trigger | None = None

    @property
    def is_verb(self) -> bool:
        """Whether the word is a verb or a participle here."""
        return self.reading.inflection.tense in ("past", "present", "participle")

    @property
    def tense(self) -> str:
        """The tense of the reading that fits."""
        return self.reading.inflection.tense


def clause_end(sentence: Sentence, at: int) -> int:
    """The last word of the clause that a word stands in."""
    clause = sentence.clause
    number = clause[at]
    last = at
    while last + 1 < len(clause) and clause[last + 1] == number:
        last += 1
    return last


def clause_start(sentence: Sentence, at: int) -> int:
    """The first word of the clause that a word stands in."""
    clause = sentence.clause
    number = clause[at]
    first = at
    while first and clause[first - 1] == number:
        first -= 1
    return first


_DOUBLED = ("مضى", "استطرد", "تابع", "ختم", "اختتم")


def find_triggers(sentence: Sentence) -> list[Trigger]:
    """All triggers of a sentence, in order."""
    found: list[Trigger] = []
    covered = -1
    for at, word in enumerate(sentence.words):
        if at <= covered or not word.kind & Kind.TRIGGER or sentence.times[at] >= 0:
            continue
        trigger = _trigger(sentence, at, word)
        if trigger is None or _repeats_speech(sentence, trigger, found):
            continue
        following = sentence.words[at + 1].core if at + 1 < len(sentence.words) else ""
        if trigger.lemma.name in _DOUBLED and following in ("قايلا", "قايله", "يقول", "تقول"):
            trigger.last = at + 1  # «تابع قائلا»
        found.append(trigger)
        covered = trigger.last
    return _without_formats(_spoken_attacks(sentence, found))


def _without_formats(found: list[Trigger]) -> list[Trigger]:
    """«يجتمعون في إطار عملية أستانا»: the name of a format is no meeting beside one."""
    if not any(each.lemma.name.startswith("عملية أستانا") for each in found):
        return found
    others = [each for each in found if not each.lemma.name.startswith("عملية أستانا")]
    kept = []
    for each in found:
        format_name = each.lemma.name.startswith("عملية أستانا")
        if not format_name or not any(
            other.kind is _MEETING and abs(other.first - each.first) < 12 for other in others
        ):
            kept.append(each)
    return kept


_VERBAL = word_list("verbal")
_CIVIL_HEADS = word_list("civil_heads")


def _spoken_attacks(sentence: Sentence, found: list[Trigger]) -> list[Trigger]:
    """«شنّ النائب هجوما على الحكومة»: an attack in words is a statement."""
    for each in found:
        if each.kind is not _OFFENSIVE or each.lemma.name not in ("هجوم", "حملة") or each.subtype != "assault":
            continue
        if _in_words(sentence, each):
            each.kind = _STATEMENT
            each.subtype = "criticize"
    return found


def _in_words(sentence: Sentence, trigger: Trigger) -> bool:
    words = sentence.words
    after = words[trigger.last + 1 : trigger.last + 4]
    if any(word.core in _VERBAL for word in after):
        return True
    if after and after[0].folded in ("له", "لها", "لهم"):
        return True
    if trigger.reading.pronoun and trigger.light < 0:
        return False
    speaker: Phrase | None = None
    if 0 <= trigger.light < trigger.first and trigger.light_name in ("شن", "واصل", "صعد", "كثف", "جدد"):
        speaker = subject_after(sentence, trigger.light, speech=False) or subject_before(sentence, trigger.light)
    target = next(
        (p for p in sentence.phrases if trigger.last < p.first <= trigger.last + 6 and p.preposition in ("علي", "ضد")),
        None,
    )
    if target is not None and target.is_place and not (target.entity is not None and target.entity.kind == "capital"):
        return False
    if speaker is not None and speaker.person and not speaker.force and speaker.kind in ("titled", "title", "name"):
        return target is None or not target.force or target.entity is not None
    if target is None:
        return False
    return (target.kind == "titled" and target.person and not target.force and trigger.light < 0) or (
        sentence.words[target.first].core in _CIVIL_HEADS
    )


def _repeats_speech(sentence: Sentence, trigger: Trigger, found: list[Trigger]) -> bool:
    """«وتابع قائلا», «ومضى يقول»: one act of speech with two verbs."""
    if trigger.kind is not _STATEMENT or trigger.lemma.name != "قال" or not found:
        return False
    before = found[-1]
    if before.kind is not _STATEMENT or trigger.first - before.last > 7:
        return False
    if trigger.tense == "participle":
        return not sentence.words[trigger.first].conjunction
    return before.lemma.name in ("مضى", "استطرد", "تابع") or (
        trigger.reading.pronoun != "" and trigger.tense == "masdar"
    )


def _trigger(sentence: Sentence, at: int, word: Word) -> Trigger | None:
    phrase = sentence.phrase_of[at]
    if phrase is not None and phrase.kind in ("titled", "title", "name") and phrase.first != at:
        return None
    if (
        phrase is not None
        and phrase.kind in ("name", "titled", "group")
        and word.kind & (Kind.NAME | Kind.GROUP | Kind.TITLE)
    ) and (phrase.kind != "group" or not word.kind & Kind.VERB):
        return None
    if phrase is not None and phrase.kind == "place" and phrase.first != at:
        return None
    readings = word.readings
    verbs = [r for r in readings if r.inflection.tense in ("past", "present")]
    others = [r for r in readings if r.inflection.tense not in ("past", "present")]
    order = [*verbs, *others]
    if verbs and others:
        order = [*verbs, *others] if _verbal_position(sentence, at, word) else others
    elif (verbs and _nominal_position(sentence, at, word)) or (
        verbs
        and _base_form(verbs)
        and not _verbal_position(sentence, at, word)
        and not _named_after(sentence, at, verbs)
    ):
        return None
    seen: set[int] = set()
    for reading in order:
        key = id(reading.lemma) * 8 + len(reading.inflection.tense)
        if key in seen and not reading.pronoun:
            continue
        seen.add(key)
        trigger = _fit(sentence, at, word, reading)
        if trigger is not None:
            return trigger
    return None


def _named_after(sentence: Sentence, at: int, verbs: list[Reading]) -> bool:
    """«وفي الأثناء بحث الوزير …»: somebody named right after a verb of speech or meeting."""
    following = sentence.phrase_at.get(at + 1)
    if following is None or verbs[0].lemma.type is _OFFENSIVE:
        return False
    return following.kind in ("titled", "title", "name") and not sentence.gaps[at + 1].strip()


def _base_form(verbs: list[Reading]) -> bool:
    """A past of three letters («ذكر», «رفض»), or «طالب»: a noun is spelled the same."""
    return all(
        not each.pronoun
        and each.inflection.tense == "past"
        and each.inflection.number == "singular"
        and each.inflection.gender == "m"
        and (len(fold(each.lemma.name)) == 3 or each.lemma.name == "طالب")
        and fold(each.lemma.name)[1:2] != "ا"
        and fold(each.lemma.name) not in ("روي", "راي", "دعا", "مضي", "غزا")
        for each in verbs
    )


_OPENERS = word_list("openers")


def _verbal_position(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a form that is a verb or a noun («قتل», «قصف») stands where a verb stands."""
    if word.preposition and word.cut and not word.folded.startswith("لي"):
        return False
    if at == 0 or sentence.clause[at] != sentence.clause[at - 1]:
        return True
    before = sentence.words[at - 1]
    if before.core in _OPENERS or before.kind & (Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.NEGATION):
        return True
    if word.conjunction and not before.kind & Kind.DEFINITE:
        return bool(sentence.words[at - 1].kind & Kind.VERB) is False
    if sentence.gaps[at].strip(" \u00a0") or sentence.times[at - 1] >= 0:
        return True
    if before.kind & Kind.PREPOSITION:
        return False
    return sentence.phrase_of[at - 1] is not None and bool(sentence.phrase_of[at - 1].is_actor)  # type: ignore[union-attr]


def _nominal_position(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a form known only as a verb follows a preposition closely, as no verb does."""
    if not at or sentence.gaps[at].strip() or word.conjunction:
        return False
    before = sentence.words[at - 1]
    return before.folded in ("في", "من", "الي", "علي", "عن", "مع", "بين", "دون", "بدون", "عند", "حول", "ضد") and not (
        before.folded == "من" and any(r.inflection.tense == "past" for r in word.readings) and at < 3
    )


def _core_forms(word: Word) -> tuple[str, ...]:
    core = word.core
    bare = core[2:] if core.startswith("ال") and len(core) > 4 else core
    forms = [word.folded, core, bare]
    if bare.endswith("ا"):
        forms.append(bare[:-1])
    for pronoun in ("ها", "هم", "هما", "ه"):
        if bare.endswith(pronoun) and len(bare) > len(pronoun) + 2:
            stem = bare[: -len(pronoun)]
            forms.append(stem)
            if stem.endswith("ت"):
                forms.append(stem[:-1] + "ه")
    return tuple(forms)


def _has(words: list[Word], first: int, last: int, wanted: frozenset[str]) -> bool:
    for place in range(first, min(last, len(words) - 1) + 1):
        word = words[place]
        if not wanted.isdisjoint(word.cues):
            return True
        if not wanted.isdisjoint(_core_forms(word)):
            return True
    return False


def _fit(sentence: Sentence, at: int, word: Word, reading: Reading) -> Trigger | None:  # noqa: PLR0915 (one frame)
    lemma = reading.lemma
    frame = lemma.frame
    words, gaps = sentence.words, sentence.gaps
    size = len(words)
    tense = reading.inflection.tense
    following = words[at + 1] if at + 1 < size else None
    before = words[at - 1] if at else None
    last = at
    if tense == "participle" and not _participle_position(sentence, at, word, reading):
        return None
    if tense == "masdar" and lemma.name == "قال" and not reading.pronoun:
        return None
    if frame.get("only_speech") or not _form_allowed(sentence, at, word, reading):
        return None
    if lemma.never and following is not None:
        if following.folded in lemma.never or following.core in lemma.never:
            return None
        if len(following.core) > 2 and following.preposition in lemma.never and following.cut:
            return None
    if (
        following is not None
        and tense in ("noun", "masdar")
        and frame.get("sport")
        and _has(words, 0, size - 1, _SPORT)
    ):
        return None
    if lemma.refuse and _has(words, at + 1, at + 5, lemma.refuse):
        return None
    if frame.get("active") and (reading.inflection.passive or _looks_passive(sentence, at, reading)):
        return None
    if word.core in _folded(frame, "impersonal") and following is not None and "ان" in following.cues:
        return None
    if (
        frame.get("marked")
        and "\u0651" not in word.surface
        and not (
            following is not None and following.kind & Kind.COMPLEMENTIZER and _verbal_position(sentence, at, word)
        )
    ):
        return None
    if before is not None and (
        before.core in _folded(frame, "not_after") or before.folded in _folded(frame, "not_after")
    ):
        return None
    if tense == "masdar" and following is not None and following.folded in _folded(frame, "masdar_never"):
        return None
    if lemma.type is _OFFENSIVE and before is not None and "عدم" in before.cues:
        return None
    spelled = frame.get("spelled")
    if spelled and spelled not in word.surface and "\u0651" not in word.surface:
        return None
    if lemma.name == "فجّر" and following is not None and following.folded.isdigit():
        return None
    subtype = lemma.subtype
    if lemma.following and tense in ("noun", "masdar"):
        if following is None or gaps[at + 1].strip(' \u00a0«"“'):
            return None
        if following.folded in lemma.following or following.core in lemma.following:
            last = at + 1
        elif not _following_phrase(words, at, lemma.following):
            light = _light_verb(sentence, at, at)
            if light is None or light[1] not in _folded(frame, "light") or reading.definite:
                return None
            if following.core in ("سياسيه", "السلام", "سلام", "سلميه", "جراحيه", "انتخابيه", "البحث", "بحث", "تبادل"):
                return None
        else:
            last = at + _following_phrase(words, at, lemma.following)
        subtype = frame.get("subtype_of", {}).get(following.core, subtype)
    adjective = False
    for ahead in (1, 2):
        if last + ahead < size and not gaps[last + ahead].strip():
            named = frame.get("adjectives", {}).get(words[last + ahead].core)
            if named is None:
                named = frame.get("adjectives", {}).get(words[last + ahead].folded)
            if named is not None:
                adjective = True
                subtype = named
                if ahead == 1 and not words[last + 1].cut:
                    last += 1
                break
    if following is not None and lemma.subtype == "seizure" and last == at and "سيطره" in _core_forms(following):
        last = at + 1  # «استعادة السيطرة»
    trigger = Trigger(at, last, reading, lemma, lemma.type, subtype)
    light = None
    if tense in ("noun", "masdar"):
        light = _light_verb(sentence, at, last)
        if light is not None:
            trigger.light, trigger.light_name, trigger.light_future = light
    _assign_subject(sentence, trigger)
    if lemma.subtype == "reject" and trigger.is_verb and _refuses_meeting(sentence, trigger):
        return None
    if not _needs_met(sentence, trigger, adjective=adjective):
        return None
    return trigger


def _refuses_meeting(sentence: Sentence, trigger: Trigger) -> bool:
    """«رفض الوفد لقاء المبعوث»: the meeting is negated, nothing is said."""
    place = trigger.first + 1
    if trigger.subject is not None and not trigger.subject_before:
        place = trigger.subject.last + 1
    words = sentence.words
    return any(
        each.lemma.type is _MEETING
        for spot in (trigger.first + 1, place)
        if spot < len(words)
        for each in words[spot].readings
    )


def _following_phrase(words: list[Word], at: int, wanted: frozenset[str]) -> int:
    """How many words after a noun make one of the phrases that it asks for («درع الفرات»), or 0."""
    for phrase in wanted:
        if " " not in phrase:
            continue
        parts = phrase.split()
        if [each.folded for each in words[at + 1 : at + 1 + len(parts)]] == parts:
            return len(parts)
    return 0


def _form_allowed(sentence: Sentence, at: int, word: Word, reading: Reading) -> bool:
    """What a form asks of the words before it, whatever its verb."""
    inflection = reading.inflection
    words = sentence.words
    before = words[at - 1] if at else None
    if inflection.jussive and not (before is not None and before.core in ("لم", "لا", "الا", "ان")):
        return False
    if (
        inflection.number == "dual"
        and inflection.tense == "past"
        and word.core.endswith("ا")
        and inflection.gender == "m"
    ):
        opened = before is not None and (before.core in _OPENERS or before.kind & (Kind.RELATIVE | Kind.COMPLEMENTIZER))
        if not (word.conjunction or opened or (at and sentence.phrase_of[at - 1] is not None)):
            return False
    if reading.lemma.type is not _STATEMENT:
        return not (inflection.passive and reading.lemma.frame.get("no_passive"))
    if inflection.person == 1 and (inflection.tense == "present" or inflection.number == "singular"):
        return False
    if inflection.passive and reading.lemma.name == "قال":
        return False
    if reading.lemma.name == "تحدّث" and before is not None and before.folded in ("ان", "لم", "لا", "لن", "سوف"):
        return False  # «أن تحدث»: to happen
    if inflection.tense == "masdar" and "\u064b" in word.surface:
        return False  # «تأكيداً على»: an adverb
    following = words[at + 1] if at + 1 < len(words) else None
    if (
        before is not None
        and before.kind & Kind.RELATIVE
        and following is not None
        and following.core in ("عنه", "عنها")
    ):
        return False  # «الذي أعلن عنه»: nobody in particular
    if before is not None and before.folded in ("اذا", "فاذا", "لو", "واذا"):
        return False
    if inflection.tense == "present" and before is not None and before.core in ("هذا", "ذلك", "مما"):
        return False
    if inflection.tense == "present":
        if reading.preposition == "ل":
            return False
        if before is not None and not word.conjunction:
            if before.folded in ("ان", "بان", "الا", "وان", "فان", "لان") and before.surface.rstrip().endswith(
                ("ن", "ا", "نّ")
            ):
                return False
            if before.folded == "ما":
                return False
            if _attributive(sentence, at):
                return False
    return True


_PAPERS = word_list("papers")


def _attributive(sentence: Sentence, at: int) -> bool:
    """«لافتات تطالب», «بيانات تشير», «الأدلة التي تشير»: a thing, not a person, before a present verb."""
    words = sentence.words
    place = at - 1
    if words[place].kind & Kind.RELATIVE:
        place -= 1
    elif sentence.gaps[at].strip(" \u00a0"):
        return False
    if place < 0 or sentence.phrase_of[place] is not None or sentence.times[place] >= 0:
        return False
    word = words[place]
    if word.kind & (
        Kind.VERB | Kind.NEGATION | Kind.COMPLEMENTIZER | Kind.CONJUNCTION | Kind.PREPOSITION | Kind.NUMBER
    ):
        return False
    if word.core in _PAPERS:
        return False
    if place == at - 1:
        return (
            not word.kind & (Kind.DEFINITE | Kind.NISBA)
            and place > 0
            and sentence.clause[place] == sentence.clause[place - 1]
            and word.core not in ("ايضا", "كذلك", "بدوره", "الان", "ذلك", "الذي")
        )
    back = place
    while back > 0 and words[back].kind & Kind.DEFINITE and sentence.phrase_of[back] is None and back > place - 2:
        back -= 1
    return sentence.phrase_of[back] is None


_FOLDED: dict[tuple[int, str], frozenset[str]] = {}


def _folded(frame: object, key: str) -> frozenset[str]:
    assert hasattr(frame, "get")  # noqa: S101 (a mapping)
    values = frame.get(key)
    if not values:
        return frozenset()
    known = _FOLDED.get((id(frame), key))
    if known is None:
        known = _FOLDED[id(frame), key] = frozenset(fold(value) for value in values)
    return known


def _participle_position(sentence: Sentence, at: int, word: Word, reading: Reading) -> bool:
    """«…، مؤكدا أن»: an adverbial participle, not an adjective («قائدة»، «متهمين»)."""
    gap = sentence.gaps[at]
    opened = bool(word.conjunction) or any(mark in gap for mark in '،,»”-–ـ"؛)')
    if word.preposition and word.cut:
        return False
    if at and sentence.words[at - 1].kind & Kind.NUMBER:
        return False  # «155 متهما»
    if reading.inflection.number == "singular" and reading.inflection.gender == "m":
        if opened:
            return True
        before = sentence.words[at - 1] if at else None
        return (
            before is not None
            and not before.kind & (Kind.PREPOSITION | Kind.COMPLEMENTIZER)
            and (before.core not in ("كان", "ليس", "امرا", "يعد", "يعتبر", "شييا", "اصبح", "بات", "يكون"))
        )
    if reading.inflection.number == "plural" and word.core.endswith("ون"):
        return False
    following = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
    if not opened and at and following is not None and reading.lemma.type is _STATEMENT:
        close = bool(following.kind & Kind.COMPLEMENTIZER) or (
            following.folded in ("الي", "علي") and (following.folded in reading.lemma.needs)
        )
        return (close and sentence.words[at - 1].core in ("ذلك", "ايضا", "بدورها")) or (
            close and sentence.times[at - 1] >= 0
        )
    return opened


def _looks_passive(sentence: Sentence, at: int, reading: Reading) -> bool:
    """«اتهم بتسليم …»: no subject and no object, a preposition right after the verb."""
    if reading.pronoun or reading.inflection.tense not in ("past", "present") or at + 1 >= len(sentence.words):
        return False
    following = sentence.words[at + 1]
    if reading.inflection.tense == "past" and at and sentence.phrase_of[at - 1] is not None:
        return bool(following.preposition == "ب" and following.cut) and reading.lemma.name != "دعا"
    return bool(following.preposition == "ب" and following.cut and following.core != "شده")


#: Light verbs whose noun follows a preposition: «تعرض لهجوم», «تمكن من التقدم», «قام بزيارة».
_PREPOSITIONAL_LIGHT = word_list("prepositional_light")
#: The masdars of light verbs: «بشن عملية», «إلقاء بيان», «خوض قتال».
_LIGHT_NOUNS = {
    fold(noun): fold(verb)
    for noun, verb in (
        ("شن", "شن"), ("إلقاء", "ألقى"), ("إصدار", "أصدر"), ("توجيه", "وجه"), ("تنفيذ", "نفذ"), ("إجراء", "أجرى"),
        ("عقد", "عقد"), ("خوض", "خاض"), ("انعقاد", "انعقد"), ("تنظيم", "نظم"), ("إطلاق", "أطلق"), ("ارتكاب", "ارتكب"),
        ("استضافة", "استضاف"),
    )
}  # fmt: skip


_CONTROL = frozenset(fold(w) for w in ("تمكن", "نجح", "حاول", "سعى", "استطاع", "فشل"))


def _prepositions(sentence: Sentence, verb: int, at: int) -> int:
    """How many prepositions stand between a verb and a noun, those of dates left out, the noun's own counted."""
    words = sentence.words
    count = int(bool(words[at].preposition and words[at].cut))
    for place in range(verb + 1, at):
        word = words[place]
        if sentence.times[place] >= 0 or (place + 1 < at and sentence.times[place + 1] >= 0):
            continue
        if word.kind & Kind.PREPOSITION or (word.preposition and word.cut):
            count += 1
    return count


def _light_verb(sentence: Sentence, at: int, last: int) -> tuple[int, str, bool] | None:
    """The light verb of a noun: before it in the clause, or in the relative clause after it."""
    words = sentence.words
    first = clause_start(sentence, at)
    if at and not sentence.gaps[at].strip():
        named = next((_LIGHT_NOUNS[cue] for cue in words[at - 1].cues if cue in _LIGHT_NOUNS), None)
        if named is not None and not words[at - 1].light:
            return at - 1, named, False
    preposed = bool(words[at].preposition and words[at].cut) or (
        at > 0 and bool(words[at - 1].kind & Kind.PREPOSITION) and not sentence.gaps[at].strip()
    )
    inside = False
    for place in range(at - 1, max(first - 1, at - 24), -1):
        word = words[place]
        gap = sentence.gaps[place + 1]
        inside = (inside or ")" in gap) and "(" not in gap  # what stands in parentheses is passed over
        if inside:
            continue
        if (
            word.kind & Kind.ANCHOR
            and sentence.times[place] < 0
            and word.folded not in ("خلال", "لدي", "منذ")
            and (place == at - 1 or sentence.times[place + 1] < 0)
        ):
            break
        if word.light and word.kind & Kind.VERB:
            name, inflection = word.light[0]
            if word.preposition and word.cut and not word.core.startswith("ي"):
                continue
            if preposed and name not in _PREPOSITIONAL_LIGHT:
                break
            if name in _CONTROL and _prepositions(sentence, place, at) > 1:
                break
            future = inflection.tense == "present" and (
                (word.core.startswith("س") and name[:1] != "س") or (place > 0 and words[place - 1].folded == "سوف")
            )
            return place, name, future
        if word.kind & Kind.VERB and word.kind & Kind.TRIGGER:
            break
    for place in range(last + 1, min(last + 6, len(words))):
        word = words[place]
        if word.kind & Kind.RELATIVE:
            for verb in range(place + 1, min(place + 4, len(words))):
                if words[verb].light:
                    name, inflection = words[verb].light[0]
                    future = inflection.tense == "present" and words[verb].core.startswith("س") and name[:1] != "س"
                    return verb, name, future
            return None
        if word.light and not word.conjunction and word.kind & Kind.VERB and not sentence.gaps[place].strip():
            # «هجوما شنته», «اجتماع عقده»: a relative clause without a pronoun
            name, inflection = word.light[0]
            return place, name, inflection.tense == "present" and word.core.startswith("س")
        if word.core in _BE:
            continue
        if word.kind & (Kind.VERB | Kind.COMPLEMENTIZER) or any(mark in sentence.gaps[place] for mark in "،.؛:"):
            return None
    return None


def _assign_subject(sentence: Sentence, trigger: Trigger) -> None:
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
    speech = trigger.kind is _STATEMENT or trigger.subtype in ("killing", "assassination", "abduction")
    after = subject_after(sentence, at, speech=speech, trigger=trigger)
    before = subject_before(sentence, at)
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


#: Places that are somebody's, and are attacked as theirs.
BUILDINGS = word_list("buildings")
_WITH_PRONOUN = word_list("with_pronoun")
_ADVERBS = word_list("adverbs")


def first_of_clause(sentence: Sentence, at: int) -> Phrase | None:
    """«أن القاعدة في العراق تلقت»: the phrase that opens the clause of a verb, no other verb between."""
    start = clause_start(sentence, at)
    for place in range(start, at):
        phrase = sentence.phrase_at.get(place)
        word = sentence.words[place]
        if phrase is not None:
            if phrase.is_actor and not phrase.preposition:
                for between in range(phrase.last + 1, at):
                    if (
                        sentence.words[between].kind & (Kind.VERB | Kind.RELATIVE)
                        and sentence.words[between].core not in _BE
                    ):
                        return None
                return head_of(sentence, phrase)
            return None
        if word.kind & Kind.VERB and word.core not in _BE and sentence.times[place] < 0:
            return None
        if place - start > 4:
            return None
    return None


_BE = frozenset(("كان", "كانت", "كانوا", "كانا", "قد", "يكون", "تكون"))


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
            if phrase.preposition or (in_prepositional and not _sure(phrase)):
                place = phrase.last + 1
                in_prepositional = False
                passed = True
                continue
            if phrase.kind == "place" and not phrase.is_actor and words[phrase.first].core not in BUILDINGS:
                place = phrase.last + 1
                continue
            return phrase
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
        if accusative and (word.conjunction or (trigger is not None and trigger.kind is _OFFENSIVE)):
            return None  # «ستضيف وقودا», «خطف جهارا»
        if speech and words[place - 1].core in _ALL and place > at + 1:
            return None
        if speech and not word.kind & (Kind.VERB | Kind.CONJUNCTION | Kind.NEGATION | Kind.PLACE_HEAD):
            named = subject_name(sentence, place)
            if named is None or words[named.last].kind & Kind.NOT_ACTOR:
                return None
            return named if trigger is None or _agrees(sentence, trigger, named) else None
        if not speech and not word.kind & (Kind.VERB | Kind.CONJUNCTION | Kind.NEGATION):
            return None
        place += 1
    return None


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
        if words[back].kind & Kind.VERB and sentence.times[back] < 0 and words[back].core not in _BE:
            return None
    return phrase


def _needs_met(sentence: Sentence, trigger: Trigger, *, adjective: bool) -> bool:
    """Whether the frame of the trigger is filled."""
    lemma = trigger.lemma
    frame = lemma.frame
    words = sentence.words
    at, _last = trigger.first, trigger.last
    verb = trigger.is_verb
    subject = frame.get("subject")
    if verb and subject and not _subject_fits(sentence, trigger, subject):
        return False
    if verb and "subject_words" in frame:
        wanted = _folded(frame, "subject_words")
        if not _has(words, max(at - 8, 0), at - 1, wanted) and not _has(words, at + 1, at + 4, wanted):
            return False
    if lemma.objects and trigger.tense != "masdar":
        found = _has(words, at + 1, at + (10 if verb else 6), lemma.objects) or (
            frame.get("also_pronoun") and trigger.reading.pronoun != ""
        )
        if not found and "also_before" in frame:
            found = _has(words, max(at - 4, 0), at - 1, _folded(frame, "also_before"))
        if not found:
            return False
    needs = lemma.masdar_needs if trigger.tense == "masdar" else lemma.needs
    light_names = _folded(frame, "light")
    if not verb and light_names:
        if trigger.light_name in light_names:
            return True
        if not needs and not lemma.following:
            return False
    after = _folded(frame, "after")
    if after and not verb:
        place = at - 1
        if place >= 0 and (words[place].core in after or words[place].folded in after):
            return True
        if words[at].preposition and words[at].cut and words[at].preposition in after:
            return True
        if not needs:
            return False
    if (
        verb
        and trigger.subject is not None
        and trigger.kind is _STATEMENT
        and at
        and (words[at - 1].folded in ("ما", "حسبما", "كما", "وفقما", "بحسبما", "مثلما", "كما"))
    ):
        return True
    if needs and not _filled(sentence, trigger, needs, adjective=adjective):
        return False
    weak = frame.get("weak") or (frame.get("present_weak") and trigger.tense == "present")
    return not weak or _supported(sentence, trigger)


_SPECIAL = frozenset(
    (
        "pronoun", "adjective", "light", "nisba", "genitive", "genitive_actor", "agent", "time", "month", "place",
        "force", "force_after", "actor", ":",
    )
)  # fmt: skip


def _filled(sentence: Sentence, trigger: Trigger, needs: frozenset[str], *, adjective: bool) -> bool:
    """Whether one of the things that a frame asks for is there; plain words are looked for in one walk."""
    plain = needs - _SPECIAL
    if plain:
        words = sentence.words
        last = trigger.last
        stop = False
        for place in range(last + 1, min(trigger.first + (9 if trigger.kind is _OFFENSIVE else 14), len(words))):
            word = words[place]
            if stop:
                if "ان" in plain and "ان" in word.cues:
                    return True
                continue
            if not plain.isdisjoint(word.cues) or word.core in plain:
                return True
            stop = bool(word.kind & Kind.VERB and word.kind & Kind.TRIGGER) and place > last + 1
    return any(_one_need(sentence, trigger, need, adjective=adjective) for need in needs & _SPECIAL)


def _supported(sentence: Sentence, trigger: Trigger) -> bool:
    """A weak trigger needs company: a light verb, a date in its clause, somebody in its genitive or as subject."""
    if trigger.light >= 0 or trigger.subject is not None:
        return True
    first, end = clause_start(sentence, trigger.first), clause_end(sentence, trigger.first)
    if any(sentence.times[k] >= 0 for k in range(first, end + 1)):
        return True
    phrase = sentence.phrase_at.get(trigger.last + 1)
    return phrase is not None and not phrase.preposition and not sentence.gaps[trigger.last + 1].strip()


def _subject_fits(sentence: Sentence, trigger: Trigger, wanted: str) -> bool:
    subject = trigger.subject
    if subject is not None:
        head = sentence.words[subject.first]
        if head.core in _PAPERS and trigger.kind is _STATEMENT:
            return True
        if wanted == "force_strict":
            return subject.force
        if subject.entity is None and head.kind & Kind.NOT_ACTOR and subject.kind == "group":
            return False
        if wanted.startswith("force"):
            return (
                subject.force
                or (
                    subject.kind in ("name", "people", "titled")
                    and not (subject.kind == "name" and subject.entity is None and not subject.person)
                )
                or subject.kind in ("group", "title")
            )
        return subject.is_actor
    if wanted == "force":
        return (
            trigger.reading.pronoun != "" or trigger.reading.inflection.person == 1 or _implied_force(sentence, trigger)
        )
    at = trigger.first
    if wanted == "force_strict":
        return trigger.reading.inflection.number == "plural" or any(
            phrase.force for phrase in sentence.phrases if phrase.last < trigger.first
        )
    if wanted == "explicit":
        return False
    following = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
    if (
        following is not None
        and not sentence.gaps[at + 1].strip()
        and (following.core in _PAPERS or (following.kind & Kind.TRIGGER and following.kind & Kind.DEFINITE))
    ):
        return following.core in _PAPERS
    return not (
        at + 1 < len(sentence.words)
        and sentence.words[at - 1].folded in ("هذا", "هذه", "ذلك", "ما", "وهذا", "وهو", "مما")
    )


def _implied_force(sentence: Sentence, trigger: Trigger) -> bool:
    """«شنت الفصائل هجوما … وسيطرت على»: the subject was told before in the sentence."""
    word = sentence.words[trigger.first]
    if not word.conjunction and not (
        trigger.first
        and sentence.clause_kind[sentence.clause[trigger.first]] in ("and", "that", "which", "sub", "verb")
    ):
        return False
    following = sentence.words[trigger.first + 1] if trigger.first + 1 < len(sentence.words) else None
    if following is not None and "object" in trigger.lemma.frame.get("roles", {}) and following.folded.endswith("ا"):
        return any(phrase.force for phrase in sentence.phrases if phrase.last < trigger.first)
    if (
        following is not None
        and following.kind & (Kind.PREPOSITION | Kind.NUMBER) == 0
        and not (following.preposition and following.cut)
    ):
        return any(phrase.force for phrase in sentence.phrases if phrase.last < trigger.first) and following.kind != 0
    return any(phrase.force for phrase in sentence.phrases if phrase.last < trigger.first)


def _one_need(sentence: Sentence, trigger: Trigger, need: str, *, adjective: bool) -> bool:
    words, gaps = sentence.words, sentence.gaps
    at, last = trigger.first, trigger.last
    size = len(words)
    if need == "pronoun":
        return trigger.reading.pronoun != ""
    if need == "adjective":
        return adjective
    if need == "light":
        return trigger.light >= 0
    if need == "nisba":
        return any(words[k].kind & Kind.NISBA and not gaps[k].strip() for k in range(last + 1, min(last + 3, size)))
    if need == "genitive":
        if trigger.reading.pronoun:
            return True
        nxt = last + 1
        if nxt >= size or gaps[nxt].strip(' \u00a0«“"') or sentence.times[nxt] >= 0 or trigger.reading.definite:
            return False
        word = words[nxt]
        return not (word.kind & (Kind.PREPOSITION | Kind.CONJUNCTION | Kind.VERB | Kind.COMPLEMENTIZER) or word.cut)
    if need in ("genitive_actor", "agent"):
        if trigger.reading.pronoun and need == "agent":
            return True
        nxt = last + 1
        while nxt < size and words[nxt].kind & Kind.NUMBER:
            nxt += 1
        phrase = sentence.phrase_at.get(nxt)
        return phrase is not None and phrase.is_actor and not phrase.preposition
    if need == "time":
        return any(sentence.times[k] >= 0 for k in range(last + 1, min(last + 8, clause_end(sentence, at) + 1)))
    if need == "month":
        return last + 1 < size and sentence.times[last + 1] >= 0
    if need == "place":
        return any(
            (phrase := sentence.phrase_at.get(k)) is not None and phrase.is_place
            for k in range(last + 1, min(last + 5, size))
        )
    if need == "force_after":
        return any(
            (phrase := sentence.phrase_at.get(k)) is not None and phrase.force
            for k in range(last + 1, min(last + 4, size))
        )
    if need == "force":
        return any(
            (phrase := sentence.phrase_at.get(k)) is not None and phrase.force and not phrase.preposition
            for k in range(last + 1, min(last + 2, size))
        )
    window = at + (9 if trigger.kind is _OFFENSIVE else 14)
    if need == "actor":
        if trigger.reading.pronoun or trigger.subject is not None:
            return True
        return any(k in sentence.phrase_at for k in range(last + 1, min(last + 6, size)))
    if need == ":":
        for k in range(last + 1, min(window + 1, size + 1)):
            gap = gaps[k] if k < len(gaps) else ""
            if ":" in gap or any(mark in gap for mark in _QUOTES):
                return True
        return False
    return False
