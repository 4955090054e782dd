"""Options that several commands have, and the kinds of values that they take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.language import LANGUAGES, listed, message
from timeline.cli.writers import WRITERS
from timeline.errors import DateError, OptionError

if TYPE_CHECKING:
    import datetime as dt

    from timeline.documents.limits import Limits

Command = Callable[..., Any]


class Day(click.ParamType[Any]):
    """A date of an option, as `timeline.resolve.published` reads it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day, or one line that says what would be accepted."""
        from timeline.resolve.published import published_date

        try:
            return published_date(value)
        except DateError as error:
            raise click.BadParameter(str(error), ctx=ctx, param=param) from None


def _columns(context: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str] | None:
    """``text=النص,published=التاريخ``, in one option or in several."""
    from timeline.documents.columns import FIELDS, checked

    given = _pairs(context, param, values, FIELDS, "no_pair")
    try:
        return checked(given) or None
    except OptionError as error:
        raise click.BadParameter(str(error).removeprefix("columns: "), context, param) from None


def _limits(context: click.Context, param: click.Parameter, values: tuple[str, ...]) -> Limits:
    """``report=20000000,nesting=50``, in one option or in several."""
    from attrs import fields_dict

    from timeline.documents.limits import Limits, limits_of

    given = _pairs(context, param, values, tuple(fields_dict(Limits)), "no_limit")
    try:
        return limits_of({name: int(number) if number.isdecimal() else 0 for name, number in given.items()})
    except OptionError as error:
        raise click.BadParameter(str(error).removeprefix("limits: "), context, param) from None


def _pairs(
    context: click.Context, param: click.Parameter, values: tuple[str, ...], accepted: tuple[str, ...], wrong: str
) -> dict[str, str]:
    given = {}
    for pair in (pair for value in values for pair in value.split(",")):
        name, is_given, said = pair.partition("=")
        if not is_given or not said:
            raise click.BadParameter(message(wrong, pair=pair, accepted=listed(accepted)), context, param)
        given[name.strip()] = said.strip()
    return given


def _encoding(context: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from timeline.documents.decoding import known

    try:
        known(value)
    except OptionError as error:
        raise click.BadParameter(str(error), context, param) from None
    return value


def _size(context: click.Context, param: click.Parameter, value: str | None) -> tuple[int, int] | None:
    """``1600x900``, in pixels."""
    if value is None:
        return None
    width, _, height = value.lower().replace("×", "x").partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= _LEAST and int(height) >= _LEAST):
        raise click.BadParameter(message("no_size", value=value), context, param)
    return int(width), int(height)


_LEAST = 200  # pixels that a picture needs
FILE = click.Path(path_type=Path)
SOURCES = click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")
LANGUAGE = click.option("--language", type=click.Choice(LANGUAGES), expose_value=False)
OUTPUT = click.option("-o", "--output", type=FILE, metavar="FILE")
FORM = click.option("--format", "form", type=click.Choice(list(WRITERS)), metavar="FORM")
JOBS = click.option("-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N")
CORRECTIONS = click.option("--corrections", type=FILE, metavar="FILE")


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


READING = _all(
    click.option("--published", type=Day(), metavar="DATE"),
    click.option("--columns", multiple=True, callback=_columns, metavar="NAME=COLUMN,..."),
    click.option("--encoding", callback=_encoding, metavar="NAME"),
    click.option("--limits", multiple=True, callback=_limits, metavar="NAME=NUMBER,..."),
)
NARROWING = _all(
    click.option("--between", nargs=2, metavar="START END"),
    click.option("--type", "types", multiple=True, metavar="TYPE"),
    click.option("--actor", "actors", multiple=True, metavar="NAME"),
    click.option("--place", "places", multiple=True, metavar="NAME"),
    click.option("--summarize", type=click.IntRange(min=1), metavar="N"),
    click.option("--title", metavar="TEXT"),
)
LOOK = _all(
    click.option("--lanes", type=click.Choice(["type", "actor", "place", "source"]), metavar="KIND"),
    click.option("--hijri", is_flag=True),
    click.option("--theme", type=click.Choice(["auto", "light", "dark"])),
    click.option("--digits", type=click.Choice(["latn", "arab"])),
    click.option("--page-language", type=click.Choice(LANGUAGES)),
    click.option("--embed", is_flag=True),
    click.option("--size", callback=_size, metavar="WIDTHxHEIGHT"),
)
