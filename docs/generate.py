"""Write the parts of the documentation that are read off the code: rules, event kinds, options, formats.

``python docs/generate.py`` rewrites everything between a ``generated`` and an ``end`` mark in the pages of this folder,
and the JSON schema; ``--check`` only says what would change, with status 1 if anything would. `make docs` writes, the
tests check.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import re
import sys
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs

sys.path.insert(0, str(Path(__file__).parents[1]))

from timeline.cli import command
from timeline.cli.language import use
from timeline.documents.columns import facts
from timeline.documents.limits import Limits
from timeline.documents.model import Document
from timeline.events.model import Event, EventType
from timeline.events.valency import Frames, frames
from timeline.export.arrow import COLUMNS as ARROW_COLUMNS
from timeline.export.json import FORMAT, VERSION
from timeline.export.rows import COLUMNS
from timeline.grammar.rule import RULES, Rule
from timeline.grammar.scan import CONSTRUCTIONS
from timeline.resolve.context import Settings
from timeline.scale.kernel import COLUMNS as KERNEL_COLUMNS
from timeline.tagger import find
from timeline.values.interval import Interval

DOCS = Path(__file__).parent
#: The day that the examples of the catalogue are read on: a Tuesday.
REFERENCE = dt.date(2024, 12, 3)
#: So many triggers of a kind of event are shown; the others stand in the data.
SHOWN = 6
_BLOCK = re.compile(r"(<!-- generated: (?P<name>[a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


# ---- tables ----------------------------------------------------------------------------------------------------------


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    heads = list(heads)
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") or " " for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


# ---- the catalogue of rules ------------------------------------------------------------------------------------------


def reading(phrase: str) -> list[str]:
    """A phrase, and the TIMEX3 value it has on the day of reference."""
    found = find(phrase, reference=REFERENCE)
    values = [f"`{each.value}`" + (f" {each.modifier}" if each.modifier else "") for each in found]
    return [f"«{phrase}»", " + ".join(values)]


def rules() -> str:
    """Every rule by construction: meaning, examples with their value, counter-examples."""
    parts = []
    for module in CONSTRUCTIONS:
        members = [rule for rule in RULES.values() if rule.construction == module.__name__.rpartition(".")[2]]
        if members:
            heading = (module.__doc__ or "").strip().split("\n")[0].rstrip(".")
            parts.append("\n".join([f"## {heading}\n\n`{module.__name__}`\n", *map(_rule, members)]))
    return f"{len(RULES)} rules in {len(parts)} constructions.\n\n" + "\n".join(parts)


def _rule(rule: Rule) -> str:
    text = f"### {rule.name}\n\n{rule.meaning}\n\n" + table(("phrase", "value"), map(reading, rule.examples))
    if rule.silent:
        text += "\nNot read by it: " + " · ".join(f"«{phrase}»" for phrase in rule.silent) + "\n"
    return text


# ---- kinds of events -------------------------------------------------------------------------------------------------


def kinds_of_events() -> str:
    """Types, subtypes, stances, their codes in other schemes, and some of their triggers."""
    known = frames()
    triggers = _triggers(known)
    parts = []
    for kind in EventType:
        rows = []
        for subtype in [name for each, name in triggers if each is kind]:
            stance, codes = known.kinds.get(subtype, (None, None))
            lemmas = triggers[kind, subtype]
            more = f" and {len(lemmas) - SHOWN} more" if len(lemmas) > SHOWN else ""
            row = [f"`{subtype}`", " ".join(f"«{lemma}»" for lemma in lemmas[:SHOWN]) + more]
            if kind is EventType.STATEMENT:
                row.append(stance or "")
            plover = [codes and codes.plover_event, codes and codes.plover_mode, codes and codes.plover_context]
            row.append(" / ".join(part or "-" for part in plover) if plover[0] else "none")
            row += [(codes and codes.cameo) or "none", (codes and codes.acled) or "none"]
            rows.append(row)
        heads = ["subtype", "triggers", *(["stance"] if kind is EventType.STATEMENT else [])]
        heads += ["PLOVER event / mode / context", "CAMEO", "ACLED"]
        parts.append(f"## {kind.name}\n\n" + table(heads, rows))
    return "\n".join(parts)


def _triggers(known: Frames) -> dict[tuple[EventType, str], list[str]]:
    """The words of each kind in the order of the data, single ones first; what is no act («مؤتمر صحفي») is left out."""
    found: dict[tuple[EventType, str], dict[str, None]] = {}
    for frame in known.all():
        if frame.subtype != "none":
            found.setdefault((frame.type, frame.subtype), {})[frame.name] = None
    order = list(known.kinds)
    kinds = sorted(found, key=lambda kind: order.index(kind[1]))
    return {kind: sorted(found[kind], key=lambda name: len(name.split())) for kind in kinds}


# ---- options and formats ---------------------------------------------------------------------------------------------


def command_line() -> str:
    """What the command says of itself."""
    import click

    use("en")
    parts = []
    for name, each in [("", command), *command.commands.items()]:
        called = f"timeline {name}".strip()
        with click.Context(each, info_name=called, terminal_width=86, **command.context_settings) as context:
            parts.append(f"## {called}\n\n```none\n{each.get_help(context)}\n```\n")
    return "\n".join(parts)


def hours() -> str:
    """The parts of a day as they are reckoned unless set otherwise."""
    rows = ([f"`{name}`", f"{first:02d}:00", f"{last:02d}:00"] for name, (first, last) in Settings().hours)
    return table(("part", "from", "to"), rows)


def limits() -> str:
    """How much of a file is too much unless set otherwise."""
    rows = ([f"`{each.name}`", f"{each.default:,}", each.metadata["of"]] for each in attrs.fields(Limits))
    return table(("limit", "default", "of"), rows)


def columns() -> str:
    """The columns of CSV, data frames and Parquet."""
    says = {"text": "text", "moment": "date or time", "flag": "true or false", "count": "number"}
    return table(("column", "holds"), ([f"`{name}`", says[kind]] for name, kind in COLUMNS.items()))


def names() -> str:
    """What other people call what a report has, as ``columns.toml`` lists it."""
    rows = ([f"`{field}`", ", ".join(f"`{name}`" for name in known)] for field, known in facts("columns").items())
    return table(("a report's", "is called"), rows)


def arrow_columns(columns: Mapping[str, Any] = ARROW_COLUMNS) -> str:
    """The columns of Arrow and Parquet, with what is in their lists."""
    says = {"text": "text", "moment": "timestamp", "day": "date", "flag": "true or false", "count": "number"}

    def holds(kind: Any) -> str:
        if isinstance(kind, list):
            return f"list of {'texts' if kind[0] == 'text' else holds(kind[0])}"
        if isinstance(kind, dict):
            return "records: " + ", ".join(f"`{name}` {says[each]}" for name, each in kind.items())
        return says[kind]

    return table(("column", "holds"), ([f"`{name}`", holds(kind)] for name, kind in columns.items()))


def kernel_columns() -> str:
    """The columns of the kernel that stand before those of an event."""
    return arrow_columns({name: kind for name, kind in KERNEL_COLUMNS.items() if name not in ARROW_COLUMNS})


def figure_options() -> str:
    """The options of the figure and the page with their defaults, read off the functions."""
    import inspect

    rows = []
    for place, name in (("timeline.render.figure", "figure"), ("timeline.render.page", "to_html")):
        function = getattr(importlib.import_module(place), name)
        for option, parameter in list(inspect.signature(function).parameters.items())[1:]:
            if option != "path":
                rows.append(
                    (option, name.replace("figure", "`figure`").replace("to_html", "`to_html`"), parameter.default)
                )
    together: dict[str, dict[str, str]] = {}
    for option, name, default in rows:
        together.setdefault(option, {})[name] = f"`{default!r}`"
    return table(
        ("option", "of", "default"),
        ([f"`{option}`", ", ".join(of), " / ".join(dict.fromkeys(of.values()))] for option, of in together.items()),
    )


# ---- the JSON schema -------------------------------------------------------------------------------------------------


def schema() -> str:
    """JSON Schema of what `Timeline.to_json` writes, from the classes that it writes."""
    definitions: dict[str, Any] = {}
    moment = {"type": ["string", "null"], "description": "ISO date, or date and time; null where open"}
    definitions["Interval"] = {
        "description": "half-open: [start, end)",
        "type": "array", "prefixItems": [moment, moment], "minItems": 2, "maxItems": 2,
    }  # fmt: skip
    written = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A timeline, as Timeline.to_json writes it",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "documents": {"type": "array", "items": _schema_of(Document, definitions)},
            "events": {"type": "array", "items": _schema_of(Event, definitions)},
            "notes": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "required": ["format", "version", "documents", "events"],
        "additionalProperties": False,
        "$defs": definitions,
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


_PLAIN: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
    types.NoneType: {"type": "null"},
    Interval: {"$ref": "#/$defs/Interval"},
}


def _schema_of(wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return {"enum": [each.value for each in wanted]}
    if isinstance(wanted, type) and attrs.has(wanted):
        if wanted.__name__ not in definitions:
            definitions[wanted.__name__] = {}
            definitions[wanted.__name__] = _object(wanted, definitions)
        return {"$ref": f"#/$defs/{wanted.__name__}"}
    members = get_args(wanted)
    if get_origin(wanted) is typing.Literal:
        return {"enum": list(members)}
    if get_origin(wanted) in {types.UnionType, typing.Union}:
        return {"anyOf": [_schema_of(each, definitions) for each in members]}
    if get_origin(wanted) is tuple and members[-1] is Ellipsis:
        return {"type": "array", "items": _schema_of(members[0], definitions)}
    if get_origin(wanted) is tuple:
        items = [_schema_of(each, definitions) for each in members]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    raise TypeError(f"no schema for {wanted!r}")


def _object(wanted: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(wanted)
    fields = [each for each in attrs.fields(wanted) if each.init]
    return {
        "description": (wanted.__doc__ or "").strip().split("\n")[0],
        "type": "object",
        "properties": {each.name: _schema_of(hints[each.name], definitions) for each in fields},
        "required": [each.name for each in fields if each.default is attrs.NOTHING],
        "additionalProperties": False,
    }


# ---- writing ---------------------------------------------------------------------------------------------------------

BLOCKS: Mapping[str, Callable[[], str]] = {
    "rules": rules,
    "events": kinds_of_events,
    "command": command_line,
    "hours": hours,
    "limits": limits,
    "columns": columns,
    "names": names,
    "arrow-columns": arrow_columns,
    "kernel-columns": kernel_columns,
    "figure-options": figure_options,
}
SCHEMA = DOCS / "reference" / "timeline.schema.json"


def pages() -> Iterator[tuple[Path, str]]:
    """Every page with generated parts, and what it should read."""
    made: dict[str, str] = {}

    def fresh(match: re.Match[str]) -> str:
        name = match["name"]
        if name not in made:
            made[name] = BLOCKS[name]()
        return f"{match[1]}\n{made[name]}\n{match[3]}"

    for page in sorted(DOCS.rglob("*.md")):
        if "_build" not in page.parts:
            text = page.read_text(encoding="utf-8")
            if _BLOCK.search(text):
                yield page, _BLOCK.sub(fresh, text)
    yield SCHEMA, schema()


def main(arguments: list[str]) -> int:
    """Write, or with ``--check`` only look."""
    stale = [
        (page, text)
        for page, text in pages()
        if not page.exists() or page.read_text(encoding="utf-8") != text
    ]  # fmt: skip
    for page, text in stale:
        if "--check" not in arguments:
            page.write_text(text, encoding="utf-8")
        verdict = "out of date" if "--check" in arguments else "written"
        sys.stdout.write(f"{page.relative_to(DOCS)}: {verdict}\n")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
