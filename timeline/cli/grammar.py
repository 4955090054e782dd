"""How the command looks and what click says of it, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterable

import click

from timeline.cli.language import listed, message, word


class _Told(click.Command):
    """A command whose help is in ``words/``, under its name and those of its options."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """«Usage: timeline build SOURCES…»."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=word("help", "usage") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command is for."""
        del ctx
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(word("commands", self.name or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with what it does."""
        rows = []
        for option in self.get_params(ctx):
            record = option.get_help_record(ctx) if isinstance(option, click.Option) else None
            if record is not None:
                name = "help" if "--help" in option.opts else str(option.name)
                rows.append((record[0], word("options", f"{self.name}.{name}", name)))
        with formatter.section(word("help", "options")):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, line by line."""
        del ctx
        examples = word("examples", self.name or "").strip()
        if examples:
            with formatter.section(word("help", "examples")):
                formatter.write("".join(f"{'':>{formatter.current_indent}}{line}\n" for line in examples.splitlines()))

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of what the command is for, for the list of commands."""
        del limit
        return word("commands", self.name or "").split(". ")[0].rstrip(".")


class Command(_Told):
    """One of the commands."""


class Group(_Told, click.Group):
    """All of them."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and the commands."""
        super().format_options(ctx, formatter)
        with formatter.section(word("help", "commands")):
            formatter.write_dl([(name, self.commands[name].get_short_help_str()) for name in self.list_commands(ctx)])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they are told."""
        del ctx
        return list(self.commands)


def said(error: click.ClickException) -> str:
    """What click objects to, in the language that is spoken."""
    match error:
        case click.NoSuchOption():
            return message("no_option", name=error.option_name) + _near(error.possibilities)
        case click.NoSuchCommand():
            return message("no_command", name=error.command_name) + _near(error.possibilities)
        case click.MissingParameter(param=click.Parameter() as param):
            return message("missing", name=_name(param))
        case click.BadParameter(param=click.Parameter() as param):
            if isinstance(param.type, click.Choice):
                return message("one_of", name=_name(param), accepted=listed(map(str, param.type.choices)))
            if isinstance(param.type, click.IntRange):
                return message("no_number", name=_name(param), least=param.type.min)
            return f"{_name(param)}: {error.message}"
        case click.BadOptionUsage():
            return message("bad_option", name=error.option_name)
    return error.format_message()


def _near(possibilities: Iterable[str] | None) -> str:
    return message("did_you_mean", names=listed(possibilities)) if possibilities else ""


def _name(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return param.opts[-1]
    return param.make_metavar(click.Context(Command("timeline")))
