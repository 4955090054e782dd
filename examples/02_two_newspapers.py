# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Two newspapers on one event
#
# One newspaper announces the talks in Doha on 3 December 2024, another on the eve of them. What do both tell, what does
# only one tell, and where do they differ?

# %%
from pathlib import Path

import timeline

seeds = next(folder / "seeds" for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "seeds").is_dir())
first = timeline.build(seeds / "doha-meeting.md")
second = timeline.build(seeds / "eve-of-doha.md")
for chronology in (first, second):
    [document] = chronology.documents.values()
    print(f"{document.published}  {len(chronology):>3} events  {document.source}: {document.title}")

# %% [markdown]
# ## Merged
#
# `|` joins what is the same act into one event that keeps the mentions of both. Two reports are taken to tell the same
# act where type, days and people agree; in doubt the events stay two.

# %%
both = first | second
print(len(first), "+", len(second), "->", len(both))
shared = both.only(where=lambda event: len(event.sources) > 1)
for event in shared:
    print(event.headline)
    print("   told by", " and ".join(event.sources))
    print("   who:", ", ".join(actor.name for actor in event.actors))
    print("   when:", *event.when)

# %% [markdown]
# Where each newspaper tells it, in its own words:

# %%
for event in shared:
    for mention in event.mentions:
        document = both.documents[mention.document]
        print(f"{document.source}, {document.published}:")
        print("   ", document.text[slice(*mention.sentence)].strip())

# %% [markdown]
# ## Contradictions
#
# The two newspapers give other days of the talks, but days that overlap are no contradiction: one may be less exact.
# Who flew the raids on Saraqib is one. The event keeps both tellings and says where they are at odds.

# %%
raids = timeline.build(
    [
        timeline.Document(
            "شنت روسيا غارات على مواقع هيئة تحرير الشام في سراقب يوم الأحد.",
            published="2024-12-03",
            source="دفتر الخليج",
        ),
        timeline.Document(
            "شن الجيش السوري غارات على مواقع هيئة تحرير الشام في سراقب الأحد.",
            published="2024-12-03",
            source="دفاتر النيل",
        ),
    ]
)
for event in raids:
    print(len(event.mentions), "mentions:", event.headline)
    print("  ", *event.conflicts)

# %% [markdown]
# ## What is new in the second
#
# `diff` tells apart what is new, dropped, under another date (moved), and told otherwise (changed).

# %%
difference = first.diff(second)
print(difference)
for before, after in difference.moved:
    print("before:", *before.when, before.headline[:70])
    print("after: ", *after.when, after.headline[:70])

# %%
difference.figure(height=520)

# %% [markdown]
# ## What a reader needs of it
#
# The five events to know, each with its reasons. What two newspapers tell counts for more.

# %%
summary = both.summarize(5)
for event in summary:
    print(summary.notes[event.id])
    print("   ", event.headline[:90])

# %% [markdown]
# ## The page, by newspaper

# %%
page = both.to_html("two-newspapers.html", lanes="source")
difference.to_html("what-changed.html")
both.figure(lanes="source")
