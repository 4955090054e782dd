"""The valencies are well-formed: "قصف" = "agent:armed, target:target; example: …", each with an example of its own."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from timeline.lexicon.conjugation import present_of, verb_forms
from timeline.syntax.declension import noun_forms
from timeline.text.spelling import fold

ROLES = {
    "agent", "target", "participant", "host", "speaker", "addressee", "destination", "location", "topic", "content",
    "theme", "refused",
}  # fmt: skip
#: The classes of nouns, what the dictionary says besides of a noun, and the unions of timeline.events.valency.
CLASSES = {
    "person", "people", "force", "body", "media", "state", "place", "building", "vehicle", "weapon", "document",
    "speech", "gathering", "violence", "act", "time", "measure", "money", "thing", "nature", "body_part", "art",
    "sport", "abstract", "part", "title", "masdar", "actor", "armed", "speaker", "target", "site",
}  # fmt: skip
PREPOSITIONS = {
    "على", "ل", "مع", "بين", "من", "إلى", "ب", "عن", "ضد", "في", "نحو", "باتجاه", "صوب", "بسبب", "أمام", "حول", "داخل",
    "قرب", "فوق", "تحت", "بحق", "بيد", "في يد",
}  # fmt: skip
FLAGS = {"weak", "plural", "perfective", "known", "urged", "befalls"}
CODES = {"plover_event", "plover_mode", "plover_context", "cameo", "acled", "stance", "frames"}
EFFECTS = {
    "plans", "wants", "demands", "fears", "threatens", "offers", "allows", "alleges", "denies", "refuses", "prevents",
    "fails", "attempts", "begins", "continues", "ends", "postpones", "succeeds", "asserts", "refers", "commemorates",
    "depicts", "topics", "asks",
}  # fmt: skip
SLOT = re.compile(r"(?:(?P<by>[ء-ي|]+(?: [ء-ي]+)?) )?(?P<role>[a-z]+)(?::(?P<classes>[a-z_|-]+))?!?")
PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "وب", "ول", "س")
PRONOUNS = ("", "ه", "ها", "هم", "هما")


def _file(name: str) -> dict[str, Any]:
    source = resources.files("timeline.lexicon") / "ar" / "frames" / f"{name}.toml"
    return tomllib.loads(source.read_text("utf-8"))


def _values(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _frames(file: str) -> Iterator[tuple[str, str, str]]:
    for kind, table in _file(file).items():
        for name, values in table.get("frames", {}).items():
            for value in _values(values):
                yield kind, name, value


def _said(value: str) -> dict[str, str]:
    """What stands behind the slots under a key: its example, and the sentence in which it is no act."""
    parts = [part.strip().partition(":") for part in value.split(";")[1:] if ":" in part]
    return {key: text.strip() for key, _, text in parts}


FILES = ("meetings", "offensives", "statements")
FRAMES = [
    pytest.param(*each, id=f"{file}-{number}-{each[0]}-{each[1]}")
    for file in FILES
    for number, each in enumerate(_frames(file))
]


def _plurals() -> dict[str, tuple[str, ...]]:
    """The plurals of the nouns: «عمل/أعمال» in any of its classes."""
    source = resources.files("timeline.lexicon") / "ar" / "syntax" / "nouns.toml"
    found: dict[str, tuple[str, ...]] = {}
    for table in tomllib.loads(source.read_text("utf-8")).values():
        for entry in table["words"].split():
            singular, *plurals = entry.partition("+")[0].split("/")
            found[singular] = (*found.get(singular, ()), *plurals)
    return found


NOUNS = _plurals()


def _presents(past: str) -> Iterator[str]:
    """The presents that a verb of three letters can have: «قال»: يقول, يقيل, يقال."""
    yield present_of(past)
    first, last = past[:-1], past[-1]
    yield "ي" + past
    if last in "اىي":
        yield from (f"ي{first}{end}" for end in "ويى")
    if len(past) == 3 and past[1] in "اأ":
        yield from (f"ي{past[0]}{middle}{last}" for middle in ("و", "ي", "ا", ""))
    if past[0] == "و":
        yield "ي" + past[1:]


def _forms(word: str) -> set[str]:
    forms = set(noun_forms(word, NOUNS.get(word, ()), person="m"))
    for present in _presents(word):
        forms |= set(verb_forms(word, present))
    return forms


def _holds(sentence: str, word: str) -> bool:
    forms = _forms(word)
    said = [fold(each).strip(".,:،؛") for each in sentence.split()]
    bare = {each.removeprefix(particle) for each in said for particle in PARTICLES}
    return bool(forms & (bare | {each.removesuffix(end) for each in bare for end in PRONOUNS}))


@pytest.mark.parametrize(("kind", "name", "value"), FRAMES)
def test_a_frame_is_well_formed(kind: str, name: str, value: str) -> None:
    slots, *rest = [part.strip() for part in value.split(";")]
    for slot in filter(None, (each.strip() for each in slots.split(","))):
        read = SLOT.fullmatch(slot)
        assert read is not None, slot
        assert read["role"] in ROLES, slot
        assert {each.removeprefix("-") for each in (read["classes"] or "actor").split("|")} <= CLASSES, slot
        assert set((read["by"] or "على").split("|")) <= PREPOSITIONS, slot
    assert {part for part in rest if ":" not in part} <= FLAGS
    assert set(_said(value)) <= {"example", "not"}


@pytest.mark.parametrize(("kind", "name", "value"), FRAMES)
def test_a_frame_has_an_example_with_its_word(kind: str, name: str, value: str) -> None:
    said = _said(value)
    assert _holds(said["example"], name.split(maxsplit=1)[0]), said["example"]
    assert "not" not in said or _holds(said["not"], name.split(maxsplit=1)[0]), said["not"]


@pytest.mark.parametrize("file", FILES)
def test_a_word_has_one_kind_unless_its_slots_tell_its_senses_apart(file: str) -> None:
    slots = Counter((fold(name), value.partition(";")[0]) for _, name, value in _frames(file))
    assert [key for key, count in slots.items() if count > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_a_kind_has_its_codes(file: str) -> None:
    for kind, table in _file(file).items():
        assert set(table) <= CODES, kind
        assert kind == "none" or "cameo" in table, kind
        assert file != "statements" or "stance" in table, kind


def test_governors_are_words_with_functions_and_examples() -> None:
    tables = _file("governors")
    assert set(tables) <= EFFECTS
    functions = {"object", "object2", "subject", "of", "أن", "relative", *PREPOSITIONS}
    for effect, table in tables.items():
        for name, value in table.items():
            if isinstance(value, str):
                said = value.partition(";")[0].replace("|", " ").replace(",", " ").split()
                assert set(said) <= functions | {"دون", "بشأن"}, (effect, name)
                assert _said(value).get("example"), (effect, name)


def test_light_verbs_say_where_the_act_stands() -> None:
    functions = {"subject", "object", "object2", *PREPOSITIONS}
    for name, values in _file("light")["light"].items():
        for value in _values(values):
            pairs = [part.strip().partition("=") for part in value.partition(";")[0].split(",")]
            assert {function for function, _, _ in pairs} <= functions, name
            assert {role for _, _, role in pairs} <= ROLES | {"act", "receiver", "mutual"}, name
            assert sum(role == "act" for _, _, role in pairs) == 1, name
            assert _holds(_said(value)["example"], name), name


def test_no_example_stands_in_a_text_of_the_project() -> None:
    root = Path(__file__).parent.parent
    texts = " ".join(
        path.read_text("utf-8")
        for folder in (root / "seeds", root / "tests" / "corpus")
        for path in folder.rglob("*")
        if path.suffix in (".json", ".jsonl", ".md", ".txt")
    )
    examples = [said for file in FILES for _, _, value in _frames(file) for said in _said(value).values()]
    assert [each for each in examples if len(each.split()) >= 4 and each in texts] == []
