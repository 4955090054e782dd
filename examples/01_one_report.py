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
# # One report
#
# A report on the talks expected in Doha, printed on Tuesday 3 December 2024: its dates, its events, why they are dated
# as they are, and the page made of them. Nothing here needs a network.

# %%
from pathlib import Path

import timeline

seeds = next(folder / "seeds" for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "seeds").is_dir())
document = timeline.read(seeds / "doha-meeting.md")
print(document.title, "|", document.source, "|", document.published)

# %% [markdown]
# ## Its dates
#
# Every expression with its place in the text, its value, and its words. The first one is *one* expression with two
# days, and both names of the month were checked against each other.

# %%
expressions = timeline.find(document.text, reference=document.published)
for expression in expressions:
    print(f"{expression.start_char:>5}  {expression.value:<24} {expression.text}")

# %% [markdown]
# Any of them can be asked why it means what it means. «الأحد» could be next Sunday; the clause says otherwise.

# %%
sunday = next(expression for expression in expressions if expression.text == "الأحد")
print(sunday.explain())

# %% [markdown]
# ## Its events
#
# Who met, attacked or said what, when, and whether it happened. The fourth column says where the date comes from;
# `document` means that only the day of printing is known.

# %%
events = timeline.extract(document)
for event in events:
    days = " ".join(map(str, event.when)) or "no date"
    print(f"{event.type:<9} {event.subtype:<12} {event.modality:<9} {event.time_source:<9} {days}")

# %% [markdown]
# The meeting is planned, not held, and has three participants on two days.

# %%
meeting = next(event for event in events if event.type == "meeting" and len(event.when) == 2)
print(meeting.headline)
for actor in meeting.actors:
    print("  ", actor.role, actor.name_en, actor.code)
print("  ", meeting.codes)

# %% [markdown]
# ## The timeline
#
# The same events in order. A timeline shows itself as a figure: time runs from right to left, planned events are
# hollow.

# %%
chronology = timeline.build(document)
chronology

# %% [markdown]
# An event explained, with its sentence and the steps that led to its date:

# %%
chronology.explain(meeting.id, language="en")

# %% [markdown]
# The figure is an ordinary plotly figure. Here the meetings only, by actor, with the Levantine names of the months:

# %%
chronology.only(type="meeting").figure(lanes="actor", month_names="levantine")

# %% [markdown]
# ## The page
#
# One file that opens offline, with the report beside the figure.

# %%
page = chronology.to_html("one-report.html", title=document.title)
print(page, f"{page.stat().st_size / 1e6:.1f} MB")
