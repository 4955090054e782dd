"""The cast of a document: who was named so far, and whom a pronoun, a title or a surname leads back to.

«الوزير» is the minister named before, «أنها» the organization that speaks, «نظيره» nobody by itself. What agrees
with nobody leads
to nobody: a wrong name is worse than none.
"""

from __future__ import annotations

from attrs import define, evolve, field

from timeline.events.filling import LOCATIVE
from timeline.events.functions import Filler, people, places_of, substance
from timeline.events.model import Actor, Place
from timeline.events.naming import ACTING, country_of, issuer_of, role_code, with_office, words_of
from timeline.lexicon.conjugation import Inflection
from timeline.lexicon.gazetteer import Entity
from timeline.syntax.agreement import Features, is_subject, stands_for
from timeline.syntax.government import HER, HIM, PEOPLE_MEANT
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold

_PRESS = frozenset(("media",))
_OWNED = frozenset(("building", "vehicle", "weapon", "thing", "place"))
_ARMS = frozenset(("weapon", "vehicle"))
_ITSELF = frozenset(("building", "vehicle"))
_BODILESS = frozenset((
    "weapon", "vehicle", "thing", "document", "gathering", "violence", "masdar", "act", "abstract", "time", "money",
    "art", "nature", "sport", "measure", "speech", "body_part",
))  # fmt: skip
_DOING = frozenset(("agent", "speaker", "participant", "host"))
_SITES = frozenset(("place", "building"))
_PLACED = _SITES | {"state"}
_NO_PLACES = frozenset(("weapon", "gathering"))
_BODIES = frozenset(("force", "body", "people"))
_WITHIN = frozenset(map(fold, ("في", "ب")))
_THERE = frozenset(map(fold, ("في", "إلى")))
_SOURCE = places_of("source")


#: States where the name of the family comes first: «كيم» is Kim Jong-un, told of before.
FAMILY_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "VNM"))


@define(eq=False, slots=True)
class Character:
    """Somebody named: as an actor, with what agreement sees of them, their title, and where they were last named."""

    actor: Actor
    features: Features
    classes: frozenset[str]
    title: str = ""
    at: int = 0
    spoke: bool = False


@define(eq=False)
class Cast:
    """Everybody named so far, the last one last."""

    text: str
    characters: list[Character] = field(factory=list)
    surnames: dict[str, Actor] = field(factory=dict)
    titles: dict[tuple[str, str, str], Actor] = field(factory=dict)  # (title, of what, country or "") -> its holder
    leading: bool = False  # a pronoun is being led back: no pronoun on the way is

    # ---- nouns
    # ---------------------------------------------------------------------------------------------------------

    def enter(self, tree: Tree) -> None:
        """Note everybody that a sentence names, in order, so that what comes later can lead back to them."""
        for node in tree.nodes:
            if (
                node.kind == "noun"
                and node.relation not in ("name", "genitive")
                and (node.definite or node.entity is not None)
            ):
                self._named(tree, node, "participant")

    def actor(self, tree: Tree, filler: Filler, role: str, act: Node | None = None) -> Actor | None:
        """Who fills a role, or nobody if it is nobody that acts; ``act`` is the word that asks."""
        if filler.nisba is not None and filler.node is not None:
            return self._nationality(tree, filler.node, filler.nisba, role)
        node = filler.node
        if node is None or node.kind == "pronoun":
            said = node.pronoun if node is not None else filler.pronoun
            return self.meant(tree, said, role, act, filler.asked)
        if node.kind != "noun":
            return None
        return self._named(tree, node, role)

    def _nationality(self, tree: Tree, node: Node, state: Entity, role: str) -> Actor | None:
        unit = next(
            (unit for unit in tree.units[node.first : tree.whole_last(node) + 1] if unit.form.nisba is state), None
        )
        if unit is None:
            return None
        return Actor(
            tree.text[unit.start : unit.end], unit.start, unit.end, state.name, role, state.name_en, state.country,  # type: ignore[arg-type]
            state.code, state.wikidata,
        )  # fmt: skip

    def _named(self, tree: Tree, node: Node, role: str) -> Actor | None:
        if node.entity is None and node.first == node.last and tree.units[node.head].form.folded in people("latter"):
            return self._latter(tree, node, role)
        name = tree.child(node, "name")
        apposed = tree.child(node, "apposition")
        if name is None and apposed is not None and node.entity is None:
            name = apposed if apposed.entry is None or apposed.entity is not None else tree.child(apposed, "name")
        classes = node.classes
        if node.pronoun and name is None and "force" in classes and not self.leading:
            self.leading = True
            owner = self.meant(tree, node.pronoun, "agent", node)
            self.leading = False
            if owner is not None:  # «قواته»: his
                start, end = tree.span(node)
                return evolve(owner, text=tree.text[start:end], start_char=start, end_char=end, role=role)  # type: ignore[arg-type]
        if role == "target" and name is None and node.entity is None and not classes.isdisjoint(_OWNED):
            owner = self._owner(tree, node, role)
            if owner is not None:
                return owner
        if name is None and node.entity is None and not self._acts(node, tree, role):
            issuer = issuer_of(tree, node) if role == "speaker" and "document" in classes else None
            return self._named(tree, issuer, role) if issuer is not None else self._owner(tree, node, role)
        entity = node.entity
        start, end = tree.units[node.head].start, tree.span(node)[1]
        if name is not None:
            start, end = tree.span(name)
            entity = name.entity or entity
        country = country_of(tree, node)
        if entity is not None and entity.kind == "person" and fold(tree.text[start:end]) in self.surnames:
            entity = None  # «المالكي» is whom the report named, not the one that everybody knows by it
        if entity is not None:
            made = self._of_entity(tree, entity, role, start, end)
        else:
            text = tree.text[start:end]
            words = words_of(tree, node if name is None else name, text)
            words = words if name is not None else with_office(tree, node, words)
            code = country + role_code(node) if country else None
            made = Actor(text, start, end, words, role, None, country, code)  # type: ignore[arg-type]
            made = self._known(tree, node, made, named=name is not None)
        self._remember(tree, node, made, named=name is not None or entity is not None)
        return made

    def _latter(self, tree: Tree, node: Node, role: str) -> Actor | None:
        """«الأخير»: the one named last before it in the sentence, if they do something; who suffers may be another."""
        if role not in _DOING:
            return None
        pronoun = min(HER if node.features.gender == "f" else HIM)
        found = self.lead_back(pronoun, role, tree.units[node.head].start)
        return found if found is not None and found.start_char >= tree.start else None

    def _acts(self, node: Node, tree: Tree, role: str) -> bool:
        if node.first == node.last and tree.units[node.head].form.folded in self.surnames:
            return True
        key = node.lemma.key if node.lemma is not None else ""
        if key in people("unnamed") and not node.definite and not node.nisba:
            return False
        if key in people("anonymous") and not node.nisba:
            of = tree.child(node, "genitive")  # «أفراد الطاقم» are somebody
            return of is not None and not of.classes.isdisjoint(_BODIES) and of.definite
        acting = node.classes & ACTING
        if role == "speaker" and "gathering" in node.classes and node.definite:
            return True  # «رفضت القمة التهجير»
        if acting == _PRESS and (role == "agent" or (node.classes & _SITES and role != "speaker")):
            return False  # a newspaper attacks nobody; «مواقع» are hit, or speak
        if acting:
            return True
        if node.nisba is not None and not node.classes:
            return True
        if node.entry is None and not node.classes:
            return tree.units[node.head].code in "JMOXYEF"
        return False

    def _owner(self, tree: Tree, node: Node, role: str) -> Actor | None:
        """Whose a thing is: «دبابة إسرائيلية», «مواقع للجيش», «القنصلية التركية» (itself)."""
        if node.classes.isdisjoint(_OWNED):
            return None
        if node.pronoun and not self.leading:  # «استهدف انفجار موكبه»
            self.leading = True
            owner = self.meant(tree, node.pronoun, role, node)
            self.leading = False
            start, end = tree.span(node)
            return evolve(owner, text=tree.text[start:end], start_char=start, end_char=end) if owner else None
        if node.nisba is not None:
            if not node.classes.isdisjoint(_ITSELF) and role != "agent":  # Britain's tanker is seized, not Britain
                start, end = tree.units[node.head].start, tree.span(node)[1]
                text = tree.text[start:end]
                name, state = words_of(tree, node, text), node.nisba
                return Actor(text, start, end, name, role, None, state.country, state.code)  # type: ignore[arg-type]
            return self._nationality(tree, node, node.nisba, role)
        for child in tree.children(node):
            if child.relation in ("genitive", fold("ل")) and child.kind == "noun":
                real = substance(tree, child)
                capital = real.entity is not None and real.entity.kind in ("place", "capital")
                arms = bool(real.classes) and real.classes <= _ARMS  # «مصنع للأسلحة»
                if not capital and not arms and (self._acts(real, tree, role) or real.entity is not None):
                    return self._named(tree, real, role)
        return None

    @staticmethod
    def _of_entity(tree: Tree, entity: Entity, role: str, start: int, end: int) -> Actor:
        name, name_en, code = entity.name, entity.name_en, entity.code
        if entity.kind == "capital":
            name, name_en = entity.parent or entity.name, None
        return Actor(tree.text[start:end], start, end, name, role, name_en, entity.country, code, entity.wikidata)  # type: ignore[arg-type]

    def _known(self, tree: Tree, node: Node, made: Actor, *, named: bool) -> Actor:
        """A surname or a title as the one named in full before."""
        words = made.name.split()
        if len(words) == 1 and (found := self.surnames.get(fold(words[0]))) is not None:
            return evolve(found, text=made.text, start_char=made.start_char, end_char=made.end_char, role=made.role)
        two = node.features.number == "dual"  # «الرئيسان» are two
        if not named and "title" in node.classes and node.definite and node.lemma is not None and not two:
            of = _office_of(tree, node) or ("" if node.lemma.key in people("presiding") else _ANY)
            holder = self.titles.get((node.lemma.key, of, made.country or ""))
            if holder is not None and holder.name != made.name:
                return evolve(
                    holder, text=made.text, start_char=made.start_char, end_char=made.end_char, role=made.role
                )
        return made

    def _remember(self, tree: Tree, node: Node, actor: Actor, *, named: bool) -> None:
        features, classes = features_of(node), node.classes
        if node.preposition in _THERE and (not classes.isdisjoint(_PLACED) or (node.entry or node.entity) is None):
            classes = _SITES  # «وصل إلى بيروت. وأعرب عن أمله»: where one is, or goes, hopes nothing
        title = node.lemma.key if node.lemma is not None and "title" in classes else ""
        if not self.characters or self.characters[-1].at < actor.start_char:
            self.characters.append(Character(actor, features, classes, title, actor.start_char))
        if not named:
            return
        words = actor.name.split()
        if len(words) > 1 and ("person" in classes or (node.entity is not None and node.entity.kind == "person")):
            self.surnames[fold(words[-1])] = actor
            if actor.country in FAMILY_FIRST:
                self.surnames[fold(words[0])] = actor
            self.surnames[fold(" ".join(actor.text.split()[-1:]))] = actor
        if title:
            for of in (_office_of(tree, node), _ANY):
                self.titles[title, of, actor.country or ""] = actor
                self.titles[title, of, ""] = actor

    # ---- pronouns
    # ------------------------------------------------------------------------------------------------------

    def meant(
        self, tree: Tree, pronoun: str, role: str, act: Node | None, asked: frozenset[str] = frozenset()
    ) -> Actor | None:
        """Whom a pronoun means: who acts in a clause around it, else the last one named before that agrees.

        ``asked`` are the classes that may fill the role: «اعترضتها الدفاعات» had rockets before it, and no state.
        """
        if act is None:
            return self.lead_back(pronoun, role, tree.start)
        barred = self._doer(tree, act)
        node, steps = act, 0
        while node.governor >= 0 and steps < 40:
            node = tree.nodes[node.governor]
            steps += 1
            if not act.is_predicate and (found := self._quoted(tree, pronoun, node, act, role)) is not None:
                return found
            if role == "target" and (found := self._done_to(tree, pronoun, node, act)) is not None:
                return found
            if node.subject >= 0 and (node.is_predicate or "masdar" in node.classes):
                subject = tree.nodes[node.subject]
                if subject.kind == "noun" and stands_for(pronoun, features_of(subject)) and _may_be(subject, asked):
                    found = self._named(tree, subject, role)
                    if found is not None and found.name != barred:
                        return found
                    if found is None and node.is_predicate and "person" in subject.classes:
                        return None  # «لقي 13 مدنيا مصرعهم»: who is meant is nobody in particular
        return self.lead_back(pronoun, role, tree.units[act.first].start, barred, asked)

    def _done_to(self, tree: Tree, pronoun: str, governor: Node, act: Node) -> Actor | None:
        """«قتل المسلحون جنديين بعد خطفهما»: to whom one thing was done, the other was too."""
        if not governor.is_predicate or (act.is_predicate and act.relation != "time"):
            return None
        for child in tree.children(governor, "object", "passive"):
            if child.head < act.head and child.kind == "noun" and stands_for(pronoun, features_of(child)):
                return self._named(tree, child, "target")
        return None

    def _quoted(self, tree: Tree, pronoun: str, governor: Node, act: Node, role: str) -> Actor | None:
        """«نقلت الوكالة عن مسؤول قوله»: the words are of whom they are passed on from."""
        for child in tree.children(governor, *_SOURCE) if governor.is_predicate else ():
            if child.head < act.head and child.kind == "noun" and stands_for(pronoun, features_of(child)):
                return self._named(tree, child, role)
        return None

    def _doer(self, tree: Tree, act: Node) -> str:
        """The name of who does an act: a pronoun beside the verb means somebody else («واتهمتها»)."""
        if not act.is_predicate or act.subject < 0 or tree.nodes[act.subject].kind != "noun":
            return ""
        doer = self._named(tree, tree.nodes[act.subject], "agent")
        return doer.name if doer is not None else ""

    def lead_back(
        self, pronoun: str, role: str, before: int, barred: str = "", asked: frozenset[str] = frozenset()
    ) -> Actor | None:
        """The last one named before a place that a pronoun agrees with, and who can fill the role."""
        for character in reversed(self.characters[-24:]):
            if character.at >= before or not stands_for(pronoun, character.features) or character.actor.name == barred:
                continue
            if (role in _DOING or pronoun in PEOPLE_MEANT) and character.classes and character.classes <= _SITES:
                continue  # a province takes no town, and is nobody
            if not _may_be(character, asked):
                return None  # who was named before that may be meant as little
            return evolve(character.actor, role=role)  # type: ignore[arg-type]
        return None

    def agrees(self, actor: Actor, verb: Inflection) -> bool:
        """Whether somebody named before can be the subject of a verb without one: «وتابع» is no woman."""
        known = next((each for each in reversed(self.characters) if each.actor.name == actor.name), None)
        return known is None or is_subject(known.features, verb, before=True)

    # ---- places
    # --------------------------------------------------------------------------------------------------------

    def place(self, tree: Tree, node: Node, role: str) -> Place | None:
        """A noun as a place: the name in it, else the words themselves."""
        entity = node.entity
        at = node
        if entity is None:
            for child in tree.children(node, "name", "genitive", "apposition"):
                if child.entity is not None and child.entity.kind in ("place", "capital", "country"):
                    entity, at = child.entity, child
                    break
        if entity is not None and entity.kind in ("place", "capital", "country"):
            if at is not node and node.classes.isdisjoint(("place",)):
                at = node
            start, end = tree.units[at.head].start, tree.span(at)[1]
            text = tree.text[start:end]
            name = entity.name if at.entity is entity else words_of(tree, at, text)
            said = name, role, entity.name_en, entity.country, entity.parent, entity.wikidata
            return Place(text, start, end, *said)  # type: ignore[arg-type]
        form = tree.units[node.head].form
        unknown = not node.classes and not (form.known or form.nouns or form.adjectives) and node.preposition in _WITHIN
        if node.classes.isdisjoint(("place", "building", "state")) and not unknown:
            return None
        if not node.classes.isdisjoint(_NO_PLACES):
            return None  # «بحزام ناسف», «في قمة تاريخية»
        if not unknown and _nowhere(tree, node):
            return self._inner(tree, node, role)
        start, end = tree.units[node.head].start, tree.span(node)[1]
        text = tree.text[start:end]
        return Place(text, start, end, words_of(tree, node, text), role, None, country_of(tree, node))  # type: ignore[arg-type]

    def _inner(self, tree: Tree, node: Node, role: str) -> Place | None:
        """«داخل منزل في بيشاور»: a site without a name is told by the place that it is in."""
        for child in tree.children(node):
            if child.kind == "noun" and child.preposition in LOCATIVE:
                return self.place(tree, child, role)
        return None


_ANY = "*"  # of whatever it is: «الوزير» is the last minister, whatever the ministry


def _office_of(tree: Tree, title: Node) -> str:
    """What a title is of: «الخارجية» of «وزير الخارجية»; nothing for «الرئيس»."""
    of = tree.child(title, "genitive")
    if of is None or "person" in of.classes:  # «نائب المعلم»: whose they are, and not of what
        return ""
    return tree.units[of.head].form.folded


def _nowhere(tree: Tree, node: Node) -> bool:
    """«موقع», «منازلهم», «البلدات»: a site that nobody could find on a map."""
    owners = list(tree.children(node, "genitive", "name"))
    if owners:
        return all(each.entry is not None and not each.definite and each.entity is None for each in owners)
    return bool(node.pronoun) or (node.first == node.last and (not node.definite or node.features.number == "plural"))


def _may_be(somebody: Node | Character, asked: frozenset[str]) -> bool:
    """Whether somebody can be of the classes asked for; who leads, those led and the state stand for each other."""
    if not asked or not somebody.classes or not somebody.classes.isdisjoint(asked):
        return True
    return not asked.isdisjoint(ACTING) and not somebody.classes.isdisjoint(ACTING)


def features_of(node: Node) -> Features:
    """What agreement sees of a noun; states and capitals are feminine."""
    return node.features
