"""Headlines written from what an event is, as a newspaper writes them: «غارات إسرائيلية على مطار التيفور».

No snippet of the sentence: who, what, whom and where by their names, in the lines of
``timeline/lexicon/ar/headlines.toml``. What somebody says stands behind a colon where it stands by itself.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from timeline.events.billing import (
    Billing,
    billing,
    clean,
    form_behind,
    is_state,
    leads_back,
    meant,
    needs_the_day,
    patterns,
)
from timeline.events.model import Actor, Event, EventType
from timeline.lexicon.gazetteer import gazetteer
from timeline.syntax.agreement import of_adjective, of_noun
from timeline.syntax.analyse import vocabulary
from timeline.text.spelling import fold

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_AND, _TO, _TO_THE, _THE = "و", "ل", "لل", "ال"


@frozen
class Line:
    """A headline in both languages; ``en`` is empty where a name has no English one."""

    ar: str
    en: str


def headline(event: Event, content: str = "", *, width: int | None = None) -> Line:
    """One line for an event: «قمة بوتين وأردوغان في أنقرة», "Vladimir Putin and Recep Tayyip Erdogan meet in Ankara".

    Parameters
    ----------
    event
        any event; its actors, places, kind and toll are read
    content
        what a statement says, if the report gives it in words; taken where it stands by itself
    width
        at most so many characters; the setting of the file by default
    """
    return writer(event)(content, width)


def writer(event: Event) -> Callable[[str, int | None], Line]:
    """What writes the line of an event for what is said, and the width: as `headline`, where several are tried."""
    table = patterns().get(called(event) or event.subtype) or patterns()[_PLAIN[event.type]]
    cast, status = billing(event), _status(event)

    def write(content: str = "", width: int | None = None) -> Line:
        said = alone(content) if content else ""
        room = width or patterns()["width"]
        arabic = (_arabic(cast, said), _arabic(cast, said, short=True))
        return Line(
            _write(table["ar"], arabic, room - len(status.ar)) + status.ar,
            _write(table["en"], (_english(cast),), 2 * room - len(status.en)) + status.en,
        )

    return write


def _status(event: Event) -> Line:
    """What a line has to add about an act that did not take place, or not yet: «(مقرر)»."""
    words = patterns()["status"].get(event.modality.value)
    if words is None or event.type is EventType.STATEMENT:
        return Line("", "")
    return Line(f" ({words[0]})", f" ({words[1]})")


def called(event: Event) -> str:
    """The lines for what most tellings call it, where a kind has several: «إطلاق نار» is no «قصف»."""
    words: Counter[str] = Counter()
    for each in event.tellings or (event,):
        for mention in each.mentions[:1]:
            if mention.reading is not None and each.subtype == event.subtype:
                words[_frames().get(mention.reading.frame.partition(":")[0], "")] += 1
    most = max(words.values(), default=0)
    return next((lines for lines in sorted(words) if words[lines] == most), "")


@cache
def _frames() -> dict[str, str]:
    return {frame: lines for lines, each in patterns()["called"].items() for frame in each}


_PLAIN = {EventType.MEETING: "meeting", EventType.OFFENSIVE: "assault", EventType.STATEMENT: "statement"}


def _write(lines: Sequence[str], ways: Sequence[Callable[[str, str], str]], width: int) -> str:
    """The fullest line whose slots are all filled and that is short enough, names whole or short; the plainest fits."""
    filled: list[dict[str, str]] = [{} for _ in ways]
    for line in lines:
        for fill, known in zip(ways, filled, strict=True):
            text = _filled(line, fill, known)
            if not text:
                break  # nobody for a slot, however he is called
            if len(text) <= width:
                return text
    return lines[-1]


def _filled(line: str, fill: Callable[[str, str], str], known: dict[str, str]) -> str:
    text = line
    for slot, name, form in _slots(line):
        if slot not in known:
            known[slot] = fill(name, form)
        if not known[slot]:
            return ""
        text = text.replace(slot, known[slot])
    return text


@cache
def _slots(line: str) -> tuple[tuple[str, str, str], ...]:
    """The slots of a line: as they are written, the name, the form."""
    return tuple((match[0], match[1], match[2] or "") for match in _SLOT.finditer(line))


@cache
def _adjectives() -> dict[str, str]:
    """The adjective of a state by its code: ISR is «إسرائيلي»."""
    rows = tomllib.loads((files("timeline.lexicon") / "ar" / "events" / "countries.toml").read_text("utf-8"))
    return {code: row["nisba"][0] for code, row in rows.items() if isinstance(row, dict) and row.get("nisba")}


@cache
def _surnames() -> dict[str, str]:
    """«نتنياهو» for «بنيامين نتنياهو»: what newspapers print alone, where it is no common word."""
    rows = tomllib.loads((files("timeline.lexicon") / "ar" / "events" / "persons.toml").read_text("utf-8"))
    found = {}
    for name, row in rows.items():
        if isinstance(row, dict):
            ends = [each for each in row.get("aliases", ()) if name.endswith(f" {each}")]
            alone = [each for each in ends if each not in row.get("common", ())]
            if alone:
                found[name] = min(alone, key=len)
    return found


# ---- Arabic


def _arabic(cast: Billing, said: str, *, short: bool = False) -> Callable[[str, str], str]:
    def fill(slot: str, form: str) -> str:
        if slot == "content":
            return said
        if slot == "dead":
            return _dead(cast, form)
        if slot == "place" or (slot == "about" and not cast.slots["about"]):
            return clean(cast.places[0].name) if cast.places else ""
        actors = cast.slots.get(slot, ())
        if not actors:
            return ""
        if form in ("m", "f"):
            return _by(actors, form, short=short)
        if form == "to":
            return _behind_to(_joined(actors, short=short))
        if form == "a":
            return _AND.join([f"{_accusative(actor)} " for actor in actors]).strip()
        return _joined(actors, subject=slot == "speaker", short=short)

    return fill


def _dead(cast: Billing, form: str) -> str:
    """«5 قتلى», «17 قتيلا», «200 قتيل», «العشرات»: the dead as a number, with ``form`` behind it what they are."""
    number = cast.dead
    if not number:
        return ""
    vague = patterns()["vague"].get(str(number)) if cast.without_end else None
    if vague is not None:
        return str(vague[bool(form)])
    noun = patterns()["counted"][form][form_behind(number)] if form else ""
    return f"{number:,} {noun}".strip()


def _joined(actors: Sequence[Actor], *, subject: bool = False, short: bool = False) -> str:
    """«بوتين وأردوغان»: behind a noun or a preposition, so «الحوثيين»; the speaker before the colon stays as he is."""
    whole = [clean(actor.name) if subject else _oblique(actor) for actor in actors]
    names = [_surnames().get(actor.name, name) if short else name for actor, name in zip(actors, whole, strict=True)]
    return f" {_AND}".join(filter(None, names))


def _oblique(actor: Actor) -> str:
    words = clean(actor.name).split()
    number = _number(words[0]) if words else ""
    if number in _NOMINATIVE:  # «جنديان فرنسيان», «مسؤولون أتراك»
        ending = _NOMINATIVE[number]
        return " ".join(word[:-2] + "ين" if len(word) > 4 and word.endswith(ending) else word for word in words)
    person = actor.code is not None and actor.country is not None and len(words) > 1 and not words[0].startswith(_THE)
    if person or is_state(actor.name):
        return " ".join(words)
    if len(words) > 1 and len(words[0]) > 4 and words[0].endswith("و") and words[1].startswith(_THE):
        words[0] = words[0][:-1] + "ي"  # «مسلحو الجماعة»
    return " ".join(word[:-2] + "ين" if len(word) > 4 and word.endswith("ون") else word for word in words)


def _number(word: str) -> str:
    """Whether a common noun is a dual or plural by its ending: «جنديان», «الطرفان», «مسؤولون»; «لبنان» is none."""
    parts = vocabulary()[word].parts
    form = parts[0][0] if len(parts) == 1 else None
    if (
        form is None
        or form.name
        or form.folded in gazetteer().names
        or not (form.nouns or form.adjectives or form.nisba)
    ):
        return ""
    number = (of_noun(form) if form.nouns else of_adjective(form)).number
    return number if word.endswith(_NOMINATIVE.get(number, " ")) else ""


_NOMINATIVE = {"dual": "ان", "plural": "ون"}


def _accusative(actor: Actor) -> str:
    """«تفجير يستهدف موكبا», «… تجمعا شيعيا»: behind a verb a common noun shows its case, alone or with an adjective."""
    words = _oblique(actor).split()
    named = actor.name_en is not None or words[0].startswith(_THE) or any(word.startswith(_THE) for word in words[1:])
    if named or len(words) > 2 or (len(words) == 2 and not words[1].endswith(_YA)):
        return " ".join(words)
    return " ".join(word if word.endswith(_CASELESS) else f"{word}ا" for word in words)


_YA, _CASELESS = "ي", ("ة", "ى", "ا", "ء", "ات", "ين")


def _behind_to(name: str) -> str:
    """«للجيش», «لروسيا»."""
    return _TO_THE + name[2:] if name.startswith(_THE) and len(name) > 4 else _TO + name


def _by(actors: Sequence[Actor], gender: str, *, short: bool) -> str:
    """States by their adjectives, «إسرائيلية», others behind «ل»."""
    adjectives = _adjectives()
    if all(is_state(actor.name) and actor.country in adjectives for actor in actors):
        ending = "ة" if gender == "f" else ""
        return f" {_AND}".join(
            " ".join(word + ending for word in adjectives[str(actor.country)].split()) for actor in actors
        )
    return _behind_to(_joined(actors, short=short))


def alone(content: str) -> str:
    """What is said, if it stands by itself: no pronoun that leads out of it, no day that only the printing explains.

    >>> alone("الحرب انتهت")
    'الحرب انتهت'
    >>> alone("سنغلق كذلك القنصلية")
    'سنغلق القنصلية'
    >>> alone("قواتها ستنسحب غدا")
    ''
    """
    text = " ".join(word for word in clean(content).split() if fold(word) not in meant()["linking"]).strip(" .،؛:!؟-")
    words = fold(text.replace("،", " ")).split()
    if not len(words) >= 2 or len(text) > patterns()["width"] or any(sign in text for sign in ".؟!؛:\n"):
        return ""
    if words[0] in meant()["leading"] or any(map(needs_the_day, words)):
        return ""
    printed = text.replace("،", " ").split()
    if any(leads_back(word, shown) for word, shown in zip(words, printed, strict=False)):
        return ""
    return text


def unattributed(content: str) -> str:
    """What is said without who vouches for it: «الحرب انتهت، بحسب ما نقلت عنه الوكالة».

    >>> unattributed("الحرب انتهت، وفق ما أوردته الصحف")
    'الحرب انتهت'
    """
    return min((content.partition(f"، {said} ")[0] for said in patterns()["meant"]["attributed"]), key=len)


# ---- English


def _english(cast: Billing) -> Callable[[str, str], str]:
    def fill(slot: str, form: str) -> str:
        del form
        if slot == "dead":
            return f"{cast.dead:,}" if cast.dead else ""
        if slot == "place" or (slot == "about" and not cast.slots["about"]):
            return (cast.places[0].name_en or "") if cast.places else ""
        names = [actor.name_en or "" for actor in cast.slots.get(slot, ())]
        if not names or not all(names):
            return ""
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    return fill
