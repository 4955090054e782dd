"""The ordered, immutable timeline."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from attrs import field, frozen

from timeline.chronology import merge as merging
from timeline.chronology import order, select
from timeline.chronology.doors import folder_door, text_door
from timeline.chronology.fixed import Fixed, by_id, fixed_notes
from timeline.chronology.ids import told_apart
from timeline.documents.model import Document
from timeline.errors import OptionError, TimelineWarning
from timeline.events.model import Event

if TYPE_CHECKING:
    import datetime as dt
    from os import PathLike

    from timeline.chronology.corrections.applying import OnConflict
    from timeline.chronology.corrections.files import Corrections
    from timeline.chronology.difference import Difference
    from timeline.chronology.episodes import Episode

Backend = Literal["pandas", "polars", "pyarrow"]
Words = str | Iterable[str] | None


class _Ordered(tuple[Event, ...]):
    """Events known to be in order: a part of a timeline need not be sorted again."""

    __slots__ = ()


def _events(events: Iterable[Event]) -> tuple[Event, ...]:
    return events if isinstance(events, _Ordered) else tuple(events)


@frozen(cache_hash=True, repr=False)
class Timeline:
    """An ordered immutable sequence of events, with the documents they were read from (by id).

    The order is total, and consistent with what is surely before what: `timeline.chronology.order`. A timeline is
    hashable and can be pickled; every operation gives a new one.

    Parameters
    ----------
    events
        in any order; of events with the same id that are told in the same place the first is kept, those told
        elsewhere are told apart by their day of printing (`timeline.chronology.ids`)
    documents
        the reports behind them, by id or as they are
    notes
        for some events, by id, why they are here (`summarize`)
    """

    events: tuple[Event, ...] = field(converter=_events, default=())
    documents: Mapping[str, Document] = field(converter=by_id, factory=Fixed)
    notes: Mapping[str, str] = field(converter=fixed_notes, factory=Fixed, eq=False)

    def __attrs_post_init__(self) -> None:
        if type(self.events) is _Ordered:
            return
        distinct = told_apart(self.events, self.documents)
        in_order = sorted(distinct, key=lambda event: order.key(event, self.documents))
        object.__setattr__(self, "events", _Ordered(in_order))

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def __contains__(self, event: object) -> bool:
        """Whether an event, or the event of an id, is in the timeline."""
        if isinstance(event, Event):
            return any(each.id == event.id for each in self.events)
        return isinstance(event, str) and self._find(event) is not None

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice | str | dt.date) -> Timeline: ...
    def __getitem__(self, index: int | slice | str | dt.date) -> Event | Timeline:
        """``t[0]`` is an event; ``t[:10]``, ``t["2024-12"]``, ``t["2024-11-27":"2024-12-08"]`` are timelines."""
        if isinstance(index, int):
            return self.events[index]
        if not isinstance(index, slice):
            return self.between(index)
        if (index.start is None and index.stop is None) or isinstance(index.start or index.stop, int):
            return self._with(self.events[index])
        if index.step is not None:
            raise OptionError(f"a slice of dates has no step: {index.step!r}")
        return self.between(index.start, index.stop)

    def __repr__(self) -> str:
        if not self.events:
            return "<Timeline of no events>"
        dated = [whole for event in self.events if (whole := order.extent(event)) is not None]
        starts = [whole.start for whole in dated if whole.start is not None]
        since = f", from {starts[0].isoformat()[:10]}" if starts else ""
        return f"<Timeline of {len(self.events)} events in {len(self.documents)} documents{since}>"

    def _with(self, events: Iterable[Event]) -> Timeline:
        """Some of the events, which are in order, with the same documents."""
        return Timeline(_Ordered(events), self.documents, self.notes)

    def event(self, event_id: str) -> Event:
        """The event of an id, also of one that it had before others joined; raises `OptionError` if there is none."""
        found = self._find(event_id)
        if found is None:
            raise OptionError(f"no event has the id {event_id!r}")
        return found

    def _find(self, event_id: str) -> Event | None:
        own = (event for event in self.events if event.id == event_id)
        told = (event for event in self.events if any(each.id == event_id for each in event.tellings))
        return next(own, None) or next(told, None)

    def between(
        self,
        start: select.Period,
        end: select.Period | select.Same = select.SAME,
        *,
        reference: select.Reference = None,
        how: select.How = "overlap",
    ) -> Timeline:
        """The events of a period, both ends inside: ``between("2024-11-27", "2024-12-08")``.

        Parameters
        ----------
        start, end
            ISO (a day, month or year), a date, an `Interval`, or an Arabic date expression; ``None`` for no limit on
            that side. With one argument, the period that it names: «ديسمبر 2024».
        reference
            what a relative expression counts from («الأسبوع الماضي»)
        how
            ``overlap``: whatever touches the period; ``within``: only what lies inside it whole

        Events without a date are in no period.
        """
        stretches = select.period(start, end, reference=reference)
        accepts = select.in_period(stretches, how)
        return self._with(event for event in self.events if accepts(event))

    def only(
        self,
        *,
        type: Words = None,  # noqa: A002 (the field's name)
        subtype: Words = None,
        stance: Words = None,
        actor: Words = None,
        place: Words = None,
        modality: Words = None,
        source: Words = None,
        document: Words = None,
        text: Words = None,
        time_source: Words = None,
        dated: bool | None = None,
        headline_worthy: bool | None = None,
        background: bool | None = None,
        prominent: bool | None = None,
        where: Callable[[Event], bool] | None = None,
    ) -> Timeline:
        """The events that meet every criterion given; a criterion of several values is met by any of them.

        ``actor`` and ``place`` are names in Arabic (in any spelling) or English, whole or by their words («أردوغان»),
        ISO country codes (``TUR``), actor codes (``TURGOV``) or Wikidata items; ``text`` is looked for in headlines;
        ``background=False`` leaves out what is only referred to. ``prominent=True`` keeps what an editor would look at
        first: acts that the reports tell as news, dated by the text or told by two outlets, with somebody named, and
        not the formulas of reporting («قال», «أضاف») nor the parts of a longer act. ``where`` is any function of an
        event.

        Raises
        ------
        OptionError
            for a type, modality or time source that does not exist
        """
        tests = select.criteria(
            self.documents,
            {
                "type": type, "subtype": subtype, "stance": stance, "actor": actor, "place": place,
                "modality": modality, "source": source, "document": document, "text": text,
                "time_source": time_source, "dated": dated, "headline_worthy": headline_worthy,
                "background": background, "prominent": prominent, "where": where,
            },
        )  # fmt: skip
        return self._with(event for event in self.events if all(test(event) for test in tests))

    def group_by(self, by: str | Callable[[Event], object]) -> dict[Any, Timeline]:
        """Timelines by type, subtype, modality, actor, place, source, year, month, week or day, or by any function.

        An event with two actors is in both groups; one without stands under ``None``. Groups come in the order of
        their first events.
        """
        from timeline.chronology.groups import groups_of

        groups: dict[Any, list[Event]] = {}
        for event in self.events:
            for group in groups_of(event, by, self.documents):
                groups.setdefault(group, []).append(event)
        return {group: self._with(events) for group, events in groups.items()}

    def merge(self, *others: Timeline) -> Timeline:
        """All events of these timelines, and what is the same act as one event with the mentions of all.

        Acts are settled by all who tell them: what was corrected by hand is read afresh, to be `corrected` again.
        """
        documents, notes = dict(self.documents), dict(self.notes)
        events = list(self.events)
        for other in others:
            documents |= other.documents
            notes = {**other.notes, **notes}
            events.extend(other.events)
        if by_hand := sum(bool(event.corrected) for event in events):
            said = f"{by_hand} events corrected by hand are read afresh: apply the corrections to what was merged"
            warnings.warn(said, TimelineWarning, stacklevel=2)
        return Timeline(merging.unite(events, documents), documents, notes)

    def __or__(self, other: Timeline) -> Timeline:
        """``a | b``: `merge`."""
        return self.merge(other) if isinstance(other, Timeline) else NotImplemented

    def __and__(self, other: Timeline) -> Timeline:
        """``a & b``: the events of the first that are in the second too, by id."""
        if not isinstance(other, Timeline):
            return NotImplemented
        ids = {event.id for event in other.events}
        return self._with(event for event in self.events if event.id in ids)

    def __sub__(self, other: Timeline) -> Timeline:
        """``a - b``: the events of the first that are not in the second, by id."""
        if not isinstance(other, Timeline):
            return NotImplemented
        ids = {event.id for event in other.events}
        return self._with(event for event in self.events if event.id not in ids)

    def summarize(self, n: int) -> Timeline:
        """The ``n`` events that a reader needs, in order; ``notes`` says why each of them, and at which rank."""
        from timeline.chronology.summary import summary

        if n < 0:
            raise OptionError(f"n={n!r}: give how many events, 0 or more")
        events, notes = summary(self.events, self.documents, n)
        return Timeline(_Ordered(events), self.documents, notes)

    def episodes(self) -> list[Episode]:
        """The acts that are no part of another, each with what belongs to it, in the order of the timeline.

        A visit has its receptions and talks, an offensive that goes on its battles, a speech what was said in it
        (`timeline.chronology.episodes`). What belongs to an act that is not in the timeline stands by itself.
        """
        from timeline.chronology.episodes import episodes

        return episodes(self.events)

    def corrected(self, corrections: Corrections, *, on_conflict: OnConflict = "warn") -> Timeline:
        """The timeline with what was corrected by hand: dropped, merged, split, fixed, added.

        Parameters
        ----------
        corrections
            a file (TOML, CSV), or mappings with the same keys
        on_conflict
            what to do with a correction that fits no event or several, contradicts another or changes nothing:
            ``"warn"``, ``"raise"``, or a function that is called with a `CorrectionError` for each

        Raises
        ------
        CorrectionError
            if the corrections cannot be read
        """
        from timeline.chronology.corrections.applying import corrected

        return corrected(self, corrections, on_conflict)

    def diff(self, other: Timeline) -> Difference:
        """What is new, dropped, moved or changed in ``other``, as against this timeline."""
        from timeline.chronology.difference import difference

        return difference(self, other)

    # Doors to what draws and writes: nothing is decided here, and nothing is imported before it is used.

    def figure(self, **options: Any) -> Any:
        """The timeline as a plotly figure; options: `timeline.render.figure.figure`."""
        from timeline.render.figure import figure

        return figure(self, **options)

    def to_html(self, path: str | PathLike[str] | None = None, **options: Any) -> Any:
        """The timeline as one offline page; options: `timeline.render.page.to_html`."""
        from timeline.render.page import to_html

        return to_html(self, None if path is None else Path(path), **options)

    def write_image(self, path: str | PathLike[str], **options: Any) -> Path:
        """The figure as a picture (PNG, SVG, PDF, by the name); options: `timeline.render.images.write_image`."""
        from timeline.render.images import write_image

        return write_image(self, Path(path), **options)

    def explain(self, event: Event | str, **options: Any) -> Any:
        """Where an event (or the event of an id) and its date come from; HTML in a notebook, text elsewhere."""
        from timeline.render.notebook import explain

        return explain(self.event(event) if isinstance(event, str) else event, self.documents, **options)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        from timeline.render.notebook import mimebundle

        return mimebundle(self, include=include, exclude=exclude)

    def to_frame(self, backend: Backend = "pandas") -> Any:
        """One row for each event, as a pandas, polars or pyarrow table."""
        from timeline.export.frames import dump

        return dump(self, backend=backend)

    def to_arrow(self) -> Any:
        """A pyarrow table with timestamps, dates, and lists of actors, places and stretches of time."""
        from timeline.export.arrow import dump

        return dump(self)

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """The table of `to_arrow` as a Parquet file."""
        from timeline.export.parquet import dump

        dump(self, path)

    def to_spacy(self, path: str | PathLike[str] | None = None) -> Any:
        """The reports with their spans as a spaCy ``DocBin``; also written to ``path`` if one is given."""
        from timeline.export.spacy import dump

        return dump(self, path)

    @classmethod
    def from_json(cls, text: str | bytes | PathLike[str]) -> Timeline:
        """The timeline that `to_json` wrote, from the text itself or from the file at a path."""
        from timeline.export.json import load

        return load(text)

    @classmethod
    def from_jsonl(cls, text: str | bytes | PathLike[str]) -> Timeline:
        """The events that `to_jsonl` or the command wrote, from the text itself or from the file at a path."""
        from timeline.export.jsonl import load

        return load(text)

    to_json = text_door("json", "Everything, as JSON that `from_json` reads back equal; ``indent`` as of `json.dumps`.")
    to_jsonl = text_door("jsonl", "One event a line, as in the JSON; the reports are not in it.")
    to_csv = text_door("csv", "One line for each event; no cell is a formula. ``bom=True`` for Excel.")
    to_timelinejs = text_door("timelinejs", "JSON for TimelineJS.")
    to_vis = text_door("vis", "JSON for vis-timeline: groups and items.")
    to_plover = text_door("plover", "JSON Lines in the layout of PLOVER records.")
    to_acled = text_door("acled", "CSV in the columns of ACLED.")
    to_ics = text_door("ics", "A calendar of the dated events (iCalendar).")
    to_jsonld = text_door("jsonld", "JSON-LD: events of schema.org.")
    to_geojson = text_door("geojson", "GeoJSON: the events that have a place on the map.")
    to_edtf = text_door("edtf", "One event a line: its dates in EDTF, its id, its headline.")
    to_markdown = text_door("markdown", "A Markdown table.")
    to_latex = text_door("latex", "A LaTeX table, for polyglossia.")
    to_timeml = folder_door("timeml", "TimeML, a file for each report.")
    to_timex3 = folder_door("timex3", "The reports with their dates tagged inline, a file for each.")
    to_brat = folder_door("brat", "Standoff annotations for brat, two files for each report.")
