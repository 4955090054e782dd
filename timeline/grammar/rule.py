"""How rules and symbols are declared: a pattern, a production, and examples that the tests run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import frozen

from timeline.errors import RuleError
from timeline.grammar.compiler import Symbol

Production = TypeVar("Production", bound=Callable[..., Any])


@frozen
class Rule:
    """One construction: «السابع والثامن من ديسمبر», what it means, and phrases that show where it fires.

    ``after``/``not_after`` are categories of the word before, ``before``/``not_before`` of the word behind,
    ``not_beyond`` of
    the word behind that. After a word of ``name_after`` the phrase is a name, not a date, and is passed over whole:
    «مدينة السادس من أكتوبر». ``enclosed`` says whether it must (``True``) or must not (``False``) stand alone between
    brackets or commas.
    """

    name: str
    pattern: str
    produce: Callable[..., Any]
    examples: tuple[str, ...]
    silent: tuple[str, ...]
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_beyond: tuple[str, ...] = ()
    name_after: tuple[str, ...] = ()
    enclosed: bool | None = None
    governed: str = ""

    @property
    def meaning(self) -> str:
        """The first line of the production's docstring."""
        return (self.produce.__doc__ or "").strip().split("\n")[0]

    @property
    def construction(self) -> str:
        """The grammar file that the rule stands in."""
        return self.produce.__module__.rpartition(".")[2]


RULES: dict[str, Rule] = {}
SYMBOLS: dict[str, Symbol] = {}


def rule(
    pattern: str,
    *,
    examples: tuple[str, ...],
    silent: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
    not_after: tuple[str, ...] = (),
    before: tuple[str, ...] = (),
    not_before: tuple[str, ...] = (),
    not_beyond: tuple[str, ...] = (),
    name_after: tuple[str, ...] = (),
    enclosed: bool | None = None,
    governed: str = "",
) -> Callable[[Production], Production]:
    """Declare a rule; the function below it makes the meaning out of the parts that its parameters name.

    A production that returns ``None`` refuses: the words do not mean that after all (31 فبراير).

    Raises
    ------
    RuleError
        if the name is taken, if there is no example, or if the production has no docstring.
    """

    def declare(produce: Production) -> Production:
        name = produce.__name__
        if name in RULES or name in SYMBOLS:
            raise RuleError(f"two rules or symbols are called {name!r}")
        if not examples:
            raise RuleError(f"rule {name!r} has no example: give a phrase that it reads, whole")
        if not produce.__doc__:
            raise RuleError(f"rule {name!r} has no docstring: say what the phrase means")
        RULES[name] = Rule(
            name,
            pattern,
            produce,
            examples,
            silent,
            after,
            not_after,
            before,
            not_before,
            not_beyond,
            name_after,
            enclosed,
            governed,
        )
        return produce

    return declare


def symbol(pattern: str) -> Callable[[Production], Production]:
    """Declare a part of rules that has a meaning of its own; the function's name is the symbol's."""

    def declare(produce: Production) -> Production:
        name = produce.__name__
        if name in RULES or name in SYMBOLS:
            raise RuleError(f"two rules or symbols are called {name!r}")
        SYMBOLS[name] = Symbol(name, pattern, produce)
        return produce

    return declare
