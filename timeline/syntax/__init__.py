"""Arabic sentences analysed: words, chunks, clauses, and a tree of who governs whom.

>>> from timeline.syntax import analyse
>>> print(analyse("قصفت المدفعية بلدة حدودية.")[0])
قصفت: subject = المدفعية; object = بلدة حدودية

It knows Arabic and no events, and can be used, or replaced, by itself.
"""

from __future__ import annotations

from timeline.syntax.analyse import analyse

__all__ = ["analyse"]
