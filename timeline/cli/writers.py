"""The forms that a timeline is written in, by their names, which are also those of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.atomic import STANDARD_OUTPUT
from timeline.cli.language import listed, message

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline


def _page(chronology: Timeline, path: Path, **options: Any) -> None:
    chronology.to_html(path, **options)


def _picture(form: str) -> Callable[..., object]:
    def draw(chronology: Timeline, path: Path, **options: Any) -> None:
        chronology.write_image(path, format=form, **options)

    return draw


WRITERS: dict[str, Callable[..., object]] = {
    "html": _page,
    "json": lambda chronology, path: chronology.to_json(path, indent=1),
    "jsonl": lambda chronology, path: chronology.to_jsonl(path),
    "csv": lambda chronology, path: chronology.to_csv(path, bom=True),
    "parquet": lambda chronology, path: chronology.to_parquet(path),
    "ics": lambda chronology, path: chronology.to_ics(path),
    "timelinejs": lambda chronology, path: chronology.to_timelinejs(path),
    "vis": lambda chronology, path: chronology.to_vis(path),
    "plover": lambda chronology, path: chronology.to_plover(path),
    "acled": lambda chronology, path: chronology.to_acled(path),
    "jsonld": lambda chronology, path: chronology.to_jsonld(path),
    "geojson": lambda chronology, path: chronology.to_geojson(path),
    "edtf": lambda chronology, path: chronology.to_edtf(path),
    "md": lambda chronology, path: chronology.to_markdown(path),
    "tex": lambda chronology, path: chronology.to_latex(path),
    "timeml": lambda chronology, path: chronology.to_timeml(path),
    "timex3": lambda chronology, path: chronology.to_timex3(path),
    "brat": lambda chronology, path: chronology.to_brat(path),
    "spacy": lambda chronology, path: chronology.to_spacy(path),
    "png": _picture("png"),
    "svg": _picture("svg"),
    "pdf": _picture("pdf"),
}
PICTURES = frozenset({"png", "svg", "pdf"})
FOLDERS = frozenset({"timeml", "timex3", "brat"})
_SUFFIXES = {"htm": "html", "ndjson": "jsonl", "markdown": "md", "ical": "ics"}


def form_of(output: Path, form: str | None, accepted: tuple[str, ...] = tuple(WRITERS)) -> str:
    """The form that is asked for, or that the output is named by."""
    if form is None and output == STANDARD_OUTPUT:
        raise click.UsageError(message("form_of_standard_output"))
    suffix = output.suffix.lstrip(".").lower()
    form = form or _SUFFIXES.get(suffix, suffix)
    if form not in accepted:
        raise click.UsageError(message("no_form", output=output, accepted=listed(f".{name}" for name in accepted)))
    if form in FOLDERS and output == STANDARD_OUTPUT:
        raise click.UsageError(message("a_folder", form=form))
    if form not in FOLDERS and output.is_dir():
        raise click.UsageError(message("is_a_folder", output=output))
    return form


def looks(form: str, asked: dict[str, Any]) -> dict[str, Any]:
    """The options of a page or of a picture that were given; data in other forms have no looks."""
    given = {name: value for name, value in asked.items() if value}
    if form != "html" and form not in PICTURES:
        return {}
    if "page_language" in given:
        given["language"] = given.pop("page_language")
    size = given.pop("size", None)
    if form == "html":
        return given
    given.pop("embed", None)
    if given.get("theme") == "auto":
        given.pop("theme")
    return given | (dict(zip(("width", "height"), size, strict=True)) if size else {})


def write(chronology: Timeline, form: str, path: Path, **options: Any) -> None:
    """Write a timeline to a path that `timeline.cli.atomic.replacing` gave."""
    if form in FOLDERS:
        path.unlink(missing_ok=True)
    WRITERS[form](chronology, path, **options)
