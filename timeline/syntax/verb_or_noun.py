"""A word that can be verb or noun: which reading lets the clause close, «قتل شخصان» or «أدى إلى قتل شخصين»."""

from __future__ import annotations

from timeline.lexicon.conjugation import Inflection
from timeline.syntax.agreement import describes, is_subject, of_adjective, of_noun, stands_for
from timeline.syntax.builder import Builder
from timeline.syntax.chunks import Chunk
from timeline.syntax.described import indefinite_end
from timeline.syntax.form import Form
from timeline.syntax.genitives import TANGIBLE
from timeline.syntax.government import CLAUSE, EXCEPTIONS, STATES
from timeline.syntax.groups import noun_members
from timeline.syntax.lexicon import Lemma
from timeline.syntax.predicates import waiting_outside
from timeline.syntax.titles import names_a_title
from timeline.syntax.tree import Node
from timeline.text.spelling import fold


def _verb_ahead(builder: Builder) -> bool:
    """Whether a word that can only be a verb follows in the clause: «وفد من الكونغرس التقى»."""
    for chunk in builder.row[builder.at + 1 :]:
        if chunk.kind == "verb":
            return True
        if chunk.kind not in ("noun", "preposition", "date", "adverb", "pronominal"):
            return False
    return False


def as_noun(builder: Builder, chunk: Chunk) -> Chunk:
    """A word read as a noun, with what belongs to it."""
    members, last = noun_members(builder.tree.units, chunk.head, chunk.head)
    builder.skip = max(builder.skip, last)
    return Chunk("noun", chunk.head, last, chunk.head, members=members)


def reads_as_verb(builder: Builder, chunk: Chunk) -> bool:
    """Which reading lets the clause close: «قتل شخصان», «أدى إلى قتل شخصين», «الجيش قصف المدينة»."""
    clause, form = builder.clause, builder.tree.units[chunk.head].form
    if form.name == "given" and not builder.joined and clause.last >= 0 and names_a_title(builder, clause.last):
        return False  # «المتحدث باسم الحكومة سعد الحديثي»
    before = builder.row[builder.at - 1] if builder.at else None
    following = builder.following()
    if form.folded in EXCEPTIONS and following is not None and not builder.tree.units[following.head].form.definite:
        return False  # «غير كاف»
    if builder.preposition:
        return False
    if before is not None and builder.tree.units[before.head].form.meaning in STATES and form.pronoun and form.nouns:
        return False  # «في حال تعرضها لهجوم»
    if before is not None and before.kind == "complementizer":
        return (
            any(each.tense == "present" for _, each in form.verbs)
            and len(builder.tree.units[before.head].form.folded) == 2
        ) or bool(clause.hint)
    if before is not None and before.kind in ("relative", "connector", "resumptive"):
        return True
    if builder.joined:
        return _joined_verb(builder, form)
    if clause.predicate < 0:
        if clause.topics:
            noun = builder.node(clause.topics[0])
            return any(is_subject(noun.features, each, before=True) for _, each in form.verbs)
        return _begins_with_verb(builder, form, following)
    outer = waiting_outside(builder)
    topics = builder.stack[outer].topics if outer >= 0 else ()
    if topics and following is not None and following.kind in (*_GOES_ON, "adverb") and not _verb_ahead(builder):
        noun = builder.node(topics[0])
        if not noun.definite and any(is_subject(noun.features, each, before=True) for _, each in form.verbs):
            return True  # «انتحاريا يقود شاحنة فجر نفسه»
    governing = builder.node(clause.predicate)
    if builder.colours(governing):
        past = all(each.tense == "past" for _, each in form.verbs)
        if past and "object" in governing.takes and any("masdar" in lemma.classes for lemma, _ in form.nouns):
            return False  # «واصلت القوات قصف الثكنة»
        return bool(form.verbs) and not (_opens_a_group(following) and _verb_ahead(builder))  # «كان خطف», «بدأت تقصف»
    if builder.comma and before is not None and before.kind == "sign":
        return _begins_with_verb(builder, form, following) and any(lemma.takes_clause for lemma, _ in form.verbs)
    if clause.last >= 0 and not builder.comma and form.pronoun:
        host = indefinite_end(builder, builder.node(clause.last))
        return (
            host is not None
            and stands_for(form.pronoun, host.features)
            and following is not None
            and following.kind in ("noun", "date", "preposition")
        )
    if _wants_an_act(builder, governing, form):
        return False
    if clause.last >= 0 and not builder.comma:
        behind = indefinite_end(builder, builder.node(clause.last))
        if behind is not None and following is not None and following.kind in _GOES_ON:
            behind, agreeing = _agreeing(builder, behind, form)
            if behind.accusative or not behind.classes.isdisjoint(TANGIBLE):
                agreeing = [each for each in agreeing if each.tense == "present" or not behind.accusative]
                if any(each.tense == "present" for each in agreeing) or behind.accusative:
                    return bool(agreeing)  # «قرارا يدين», «جثث تحمل»
            return bool(agreeing) and not behind.classes.isdisjoint(_DESCRIBED)
    return False


def _wants_an_act(builder: Builder, verb: Node, form: Form) -> bool:
    """«حاول مسلح قتل الوزير»: a verb of what one does, with its subject only, and a verbal noun behind it."""
    masdar = any("masdar" in lemma.classes for lemma, _ in form.nouns)
    if not masdar or verb.kind != "verb" or len(builder.clause.bare) != 1 or builder.clause.that:
        return False
    return any({"object", CLAUSE} <= lemma.takes for lemma, _ in verb.entries)


_GOES_ON = ("noun", "preposition", "date", "other")


def _agreeing(builder: Builder, noun: Node, form: Form) -> tuple[Node, list[Inflection]]:
    """The noun of a group that a verb behind it can describe, and as what: «جثة مترجم خطف» is the translator."""
    each: Node | None = noun
    while each is not None:
        found = [shape for _, shape in form.verbs if is_subject(each.features, shape, before=True)]
        if not each.features.number:  # «استهدف انتحاري تجمعا»: two show that they are two
            found = [shape for shape in found if shape.number != "dual"]
        if found:
            return each, found
        each = builder.tree.child(each, "genitive")
    return noun, []


def _opens_a_group(following: Chunk | None) -> bool:
    return following is not None and following.kind == "noun"


def fills_an_object(builder: Builder, chunk: Chunk) -> bool:
    """«قتلت الشرطة مهاجما في»: a participle that is a noun too, behind a verb that still wants its object."""
    clause, unit = builder.clause, builder.tree.units[chunk.head]
    following = builder.following()
    if _is_who_says(builder, unit.form, chunk) and following is not None and following.kind == "complementizer":
        return True  # «قالت متحدثة إن»
    if clause.predicate < 0 or not unit.form.nouns or unit.form.definite or builder.comma or builder.preposition:
        return False
    last = builder.node(clause.last) if clause.last >= 0 else None
    if last is not None and last.pronoun and "masdar" in last.classes and _oblique_people(unit.form):
        return True  # «خلال استقباله ناجين»
    if following is not None and following.kind in ("complementizer", "noun"):
        return False
    if following is not None and following.kind == "preposition" and _brings_a_clause(builder):
        return False  # «مشيرا إلى أن»
    if chunk.head and builder.tree.units[chunk.head - 1].code == "Z":
        return True  # «خمسين طالبا»
    verb = builder.node(clause.predicate)
    if verb.kind != "verb" or verb.pronoun or clause.that or not any(_transitive(lemma) for lemma, _ in verb.entries):
        return False
    room = 1 - bool(clause.topics or (clause.kind == "relative" and clause.head >= 0))
    return len(clause.bare) <= room and (unit.form.accusative or _oblique_people(unit.form)) and not _speaks(unit.form)


def _is_who_says(builder: Builder, form: Form, chunk: Chunk) -> bool:
    """Whether right behind a verb of speech that lacks its subject somebody of that gender stands."""
    clause = builder.clause
    if clause.predicate < 0 or clause.bare or clause.topics or builder.comma or "person" not in form.classes:
        return False
    verb = builder.node(clause.predicate)
    beside = verb.kind == "verb" and verb.last + 1 == chunk.first and verb.takes_clause and not form.accusative
    return beside and any(is_subject(of_noun(form), each, before=False) for _, each in verb.entries)


def _transitive(lemma: Lemma) -> bool:
    return not lemma.takes.isdisjoint(("object", "objects"))


def _speaks(form: Form) -> bool:
    return any(lemma.takes_clause for lemma, _ in form.participles)


def _oblique_people(form: Form) -> bool:
    """«ناشطين»."""
    return bool(form.nouns) and all(each.case == "obl" for _, each in form.nouns)


def _brings_a_clause(builder: Builder) -> bool:
    beyond = builder.following(2)
    return beyond is not None and beyond.kind == "complementizer"


def _named_before(builder: Builder, form: Form) -> bool:
    """«دعا إلى وقف القصف على البلدة وقصف العاصمة»: the same verbal noun belongs to a noun of the clause already."""
    keys = {lemma.key for lemma, _ in form.nouns if "masdar" in lemma.classes}
    return any(
        node.kind == "noun" and node.lemma is not None and node.lemma.key in keys
        and node.governor >= 0 and builder.node(node.governor).kind == "noun"
        for node in builder.tree.nodes[builder.clause.predicate + 1 :]
    )  # fmt: skip


def _joined_verb(builder: Builder, form: Form) -> bool:
    """«قتل وجرح», «بعد قصف المدينة وقتل سكانها»: what stands before «و» decides."""
    clause = builder.clause
    last = builder.node(clause.last) if clause.last >= 0 else None
    kin = bool(form.pronoun) and any("people" in lemma.classes for lemma, _ in form.nouns)
    if kin and last is not None and last.preposition and not builder.comma:
        return False  # «لرئيس الوزراء وأسرته»
    if last is not None and last.preposition and "masdar" in last.classes and not builder.comma:
        return False
    if last is not None and not builder.comma and (_joined_fates(builder, last, form) or _named_before(builder, form)):
        return False
    if last is not None and not builder.comma and _shares_its_genitive(builder, last, form):
        return False
    if form.pronoun and last is not None and not builder.comma and _is_described(builder, last, form):
        return False  # «غاراته وقصفه المدفعي»
    if (
        last is not None
        and not builder.comma
        and clause.bare
        and clause.bare[-1] == last.number
        and "masdar" in last.classes
        and clause.predicate >= 0
    ):
        return False
    following = builder.following()
    return following is None or following.kind in (
        "noun",
        "preposition",
        "complementizer",
        "pronominal",
        "date",
        "open",
        "sign",
        "either",
    )


def _shares_its_genitive(builder: Builder, last: Node, form: Form) -> bool:
    """«لمقتل وجرح عدد من المدنيين»: a noun of fate or violence that still lacks whose it is, and one more."""
    bare = last.classes & _BEFALLS and not last.definite and not last.pronoun
    lacking = builder.tree.child(last, "genitive") is None and last.relation not in ("subject", "root")
    return bool(bare and lacking and last.preposition and form.classes & _BEFALLS)


def _joined_fates(builder: Builder, last: Node, form: Form) -> bool:
    """«أفاد بمقتل طفلين وجرح والدتهما»: behind one fate that a preposition brings stands another."""
    while last.relation == "genitive" and last.governor >= 0:
        last = builder.node(last.governor)
    kin = "people" in form.classes  # «وأسرهم»
    return bool(last.preposition) and "suffering" in last.classes and "suffering" in form.classes and not kin


_BEFALLS = frozenset(("suffering", "violence"))


def _is_described(builder: Builder, last: Node, form: Form) -> bool:
    """Whether a definite adjective that agrees stands behind a noun with its pronoun, joined to one of its kind."""
    following = builder.tree.units[builder.row[builder.at].last + 1 :][:1]
    if not following or following[0].code != "B" or not (last.classes & form.classes):
        return False
    shape = of_adjective(following[0].form)
    return describes(shape, of_noun(form))


def _begins_with_verb(builder: Builder, form: Form, following: Chunk | None) -> bool:
    """At the beginning of a clause: a noun behind it makes it a verb, an adjective of its own a noun."""
    if following is None or following.kind == "sign":
        return False
    if not form.classes.isdisjoint(_CONCRETE) and _verb_ahead(builder):
        return False
    if form.pronoun:
        return True
    if following.kind == "preposition":
        said = builder.tree.units[following.head].form.meaning
        takes = frozenset().union(*(lemma.takes for lemma, _ in form.verbs))
        return any(said == fold(each) for each in takes)
    if following.kind == "noun":
        unit = builder.tree.units[following.first]
        nationality = unit.form.nisba is not None and not unit.form.definite and unit.code in "EA"
        if nationality and following.first == following.last:
            beyond = builder.following(2)
            return not (beyond is not None and beyond.kind == "preposition" and _only_noun_takes(form))
        return unit.code != "A"
    return following.kind in (
        "date",
        "complementizer",
        "pronominal",
        "adverb",
        "open",
        "either",
        "pronoun",
        "other",
        "close",
    )


#: What a verb without «الذي» describes most: «هجوم قتل», «رجل قتل».
_DESCRIBED = frozenset(("violence", "gathering", "vehicle", "weapon", "person", "force"))


def _only_noun_takes(form: Form) -> bool:
    """Whether the noun of a word is an act («قصف إسرائيلي على»), and not somebody's fate («قتل فلسطيني»)."""
    return all("person" not in lemma.takes for lemma, _ in form.verbs) and any(
        "violence" in lemma.classes for lemma, _ in form.nouns
    )


_CONCRETE = frozenset(
    ("person", "people", "force", "body", "media", "state", "place", "building", "vehicle", "weapon", "title")
)
