"""Things that recur, told one after the other: in «ديسمبر ويناير» the second follows, in «9 و7 ديسمبر» it precedes."""

from __future__ import annotations

from itertools import pairwise

from attrs import frozen


@frozen
class Told:
    """Members of a list in the order of time, as places counted from the first one that was told.

    ``places`` holds, earliest first, (place, number): «ديسمبر ويناير» is ``((0, 12), (1, 1))``. ``turned`` says that
    the list runs over the turn of the cycle, ``twice`` that a member is told more than once.
    """

    places: tuple[tuple[int, int], ...]
    turned: bool
    twice: bool

    @property
    def numbers(self) -> tuple[int, ...]:
        """The members, earliest first, each once."""
        return tuple(number for _, number in self.places)


def in_time(numbers: tuple[int, ...], cycle: int) -> Told:
    """The members of a list in one order of time; ``cycle`` is after how many they recur, 12 for months.

    A greater number is later in the same round. A smaller one is of the next round if that is surely nearer («ديسمبر
    ويناير»), else the list is told backwards («أبريل ومارس»).

    >>> in_time((12, 1), 12).places, in_time((4, 3), 12).places
    (((0, 12), (1, 1)), ((-1, 3), (0, 4)))
    """
    place, turned = 0, False
    places = {0: numbers[0]}
    for before, number in pairwise(numbers):
        step = number - before
        if step < 0 and step + cycle < -step:
            step, turned = step + cycle, True
        place += step
        places[place] = number
    return Told(tuple(sorted(places.items())), turned, len(places) < len(numbers))
