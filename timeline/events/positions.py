"""Positions: whether a form stands where a verb, a noun or an adverbial participle can stand."""

from __future__ import annotations

from timeline.events.acts import OFFENSIVE, STATEMENT
from timeline.events.frames import PAPERS
from timeline.events.lexicon import word_list
from timeline.events.sentence import Sentence
from timeline.events.tokens import Kind, Reading, Word


def named_after(sentence: Sentence, at: int, verbs: list[Reading]) -> bool:
    """«وفي الأثناء بحث الوزير …»: somebody named right after a verb of speech or meeting."""
    following = sentence.phrase_at.get(at + 1)
    if following is None or verbs[0].lemma.type is OFFENSIVE:
        return False
    return following.kind in ("titled", "title", "name") and not sentence.gaps[at + 1].strip()


def base_form(word: Word) -> bool:
    """A past of three letters («ذكر», «رفض»), or «طالب»: a noun is spelled the same."""
    if word.base is None:
        word.base = _all_base(word.verbs)
    return word.base


def _all_base(verbs: list[Reading]) -> bool:
    return all(
        not each.pronoun
        and each.inflection.tense == "past"
        and each.inflection.number == "singular"
        and each.inflection.gender == "m"
        and (len(each.lemma.plain) == 3 or each.lemma.name == "طالب")
        and each.lemma.plain[1:2] != "ا"
        and each.lemma.plain not in ("روي", "راي", "دعا", "مضي", "غزا")
        for each in verbs
    )


_OPENERS = word_list("openers")


_BEFORE_NOUNS = frozenset(("من", "في", "الي", "علي", "عن", "بعد", "قبل", "اثر", "عقب", "خلال", "بين", "دون"))


def verbal_position(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a form that is a verb or a noun («قتل», «قصف») stands where a verb stands."""
    if word.preposition and word.cut and not word.folded.startswith("لي"):
        return False
    if (
        at > 2
        and not word.conjunction
        and not sentence.gaps[at].strip()
        and sentence.phrase_of[at - 1] is None
        and sentence.words[at - 1].folded in _BEFORE_NOUNS
    ):
        return False  # «تمكن من طرد المسلحين»
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


_NOMINAL = frozenset(("في", "من", "الي", "علي", "عن", "مع", "بين", "دون", "بدون", "عند", "حول", "ضد"))


def nominal_position(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a form known only as a verb follows a preposition closely, as no verb does."""
    if not at or sentence.gaps[at].strip() or word.conjunction:
        return False
    before = sentence.words[at - 1]
    return before.folded in _NOMINAL and not (
        before.folded == "من" and any(r.inflection.tense == "past" for r in word.readings) and at < 3
    )


_BEFORE_A_PRESENT = frozenset(("دون", "بدون", "قبل", "الي", "علي", "يمكن", "يجب", "ينبغي"))


def form_allowed(sentence: Sentence, at: int, word: Word, reading: Reading) -> bool:
    """What a form asks of the words before it, whatever its verb."""
    inflection = reading.inflection
    words = sentence.words
    before = words[at - 1] if at else None
    if inflection.tense == "past" and before is not None and before.folded in ("لن", "ولن", "سوف"):
        return False
    if inflection.jussive and reading.lemma.name == "قال" and before is not None and before.folded == "لا":
        return False  # «ما لا يقل عن»
    if inflection.jussive and not (before is not None and before.core in ("لم", "لا", "الا", "ان")):
        return False
    if (
        inflection.number == "dual"
        and inflection.tense == "past"
        and word.core.endswith("ا")
        and inflection.gender == "m"
    ):
        opened = before is not None and (before.core in _OPENERS or before.kind & (Kind.RELATIVE | Kind.COMPLEMENTIZER))
        if at and not (word.conjunction or opened or sentence.phrase_of[at - 1] is not None):
            return False
    if (
        inflection.tense == "past"
        and before is not None
        and before.folded == "ان"
        and at > 1
        and words[at - 2].folded in _BEFORE_A_PRESENT
    ):
        return False  # «من دون أن توقع ضحايا»
    if inflection.person == 1 and inflection.number == "singular" and not sentence.quotes:
        return False  # «استهدف» is «he targeted», «I target» only where somebody is quoted
    if reading.lemma.type is not STATEMENT:
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
            told = at > 1 and words[at - 2].folded in ("قبل", "بعد", "منذ")  # «قبل أن تعلن الداخلية»
            if (
                not told
                and before.folded in ("ان", "بان", "الا", "وان", "فان", "لان")
                and before.surface.rstrip().endswith(("ن", "ا", "نّ"))
            ):
                return False
            if before.folded == "ما" and not (at > 1 and words[at - 2].folded in ("علي", "وفق", "حسب", "بحسب")):
                return False
            if _attributive(sentence, at):
                return False
    return True


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
    if word.core in PAPERS:
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


def participle_position(sentence: Sentence, at: int, word: Word, reading: Reading) -> bool:
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
    if not opened and at and following is not None and reading.lemma.type is STATEMENT:
        close = bool(following.kind & Kind.COMPLEMENTIZER) or (
            following.folded in ("الي", "علي") and (following.folded in reading.lemma.needs)
        )
        return (close and sentence.words[at - 1].core in ("ذلك", "ايضا", "بدورها")) or (
            close and sentence.times[at - 1] >= 0
        )
    return opened


def looks_passive(sentence: Sentence, at: int, reading: Reading) -> bool:
    """«اتهم بتسليم …»: no subject and no object, a preposition right after the verb."""
    if reading.pronoun or reading.inflection.tense not in ("past", "present") or at + 1 >= len(sentence.words):
        return False
    following = sentence.words[at + 1]
    if sentence.words[at].conjunction:
        return False  # «أمهلت المعارضة النظام … وهددت باقتحام المدينة»: the subject was told
    if reading.inflection.tense == "past" and at and sentence.phrase_of[at - 1] is not None:
        return bool(following.preposition == "ب" and following.cut) and reading.lemma.name != "دعا"
    return bool(following.preposition == "ب" and following.cut and following.core != "شده")
