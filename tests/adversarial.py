"""Texts and corpora that mean harm: what makes a careless reader take the square of its time, or more.

A family of texts is a unit that is repeated until the text is long enough, with what stands in the middle and what
closes each unit again. A family of corpora is a report with places for what differs, and how it differs.
"""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from timeline.documents.model import Document


@frozen
class Family:
    """Texts of one kind: ``unit`` again and again, ``core`` once, then ``closing`` as often as the unit."""

    unit: str
    core: str = ""
    closing: str = ""

    def text(self, size: int) -> str:
        """The text of so many characters, or a few more."""
        times = max(1, (size - len(self.core)) // (len(self.unit) + len(self.closing)))
        return self.unit * times + self.core + self.closing * times


TEXTS: dict[str, Family] = {
    # ---- dates -------------------------------------------------------------------------------------------------------
    "dates in one sentence": Family("في السابع من ديسمبر 2024 "),
    "dates joined": Family("السابع و"),
    "numeric dates without a gap": Family("7/12/2024"),
    "ranges of ranges": Family("من 7 إلى "),
    "weekdays": Family("الثلاثاء "),
    "days of a month that never comes": Family("7 و8 و9، ", " كتب"),
    "entries of a chronology in one line": Family("5 مارس 2018: قصف الجيش البلدة. "),
    "limits without verbs": Family("اعتبارا من السبت على الراغبين حتى "),
    "speeches that open and never speak": Family("في كلمة ألقاها الأحد، "),
    "one preposition of time": Family("قبل "),
    "periods of periods": Family("خلال الأسبوع الماضي من "),
    "hours and zones": Family("الساعة 10:30 بتوقيت غرينتش "),
    "ends of ranges without beginnings": Family("حتى "),
    "half a month's name": Family("كانون "),
    "Hijri months": Family("12 ربيع الأول 1446 هـ "),
    "dates that contradict their weekdays": Family("الجمعة 3 ديسمبر 2024 "),
    # ---- numbers, letters, marks -------------------------------------------------------------------------------------
    "one number": Family("7"),
    "one Arabic-Indic number": Family("٧"),
    "numbers and gaps": Family("7 "),
    "number words": Family("مئة وخمسة و"),
    "thousands of thousands": Family("ألف "),
    "one word": Family("ب"),
    "one word of clitics": Family("وبال"),
    "one word of names of months": Family("ديسمبرالماضيوالخميسقبل"),
    "tatweel": Family("ـ", "حلب"),
    "stretched words": Family("قـــصـــف "),
    "diacritics": Family("\u0651\u064e", "قصف"),
    "diacritics on every letter": Family("قَصَفَتِ "),
    "marks of direction": Family("\u200f\u202b", "قصف", "\u202c"),
    "zero-width joiners": Family("\u200d", "قصف"),
    "halves of surrogate pairs": Family("\ud800 "),
    "full stops": Family("."),
    "full stops and gaps": Family(". "),
    "commas": Family("،"),
    "ellipses": Family("… "),
    "dashes": Family("- "),
    "question marks and brackets": Family("؟("),
    "line ends": Family("\n", "قصف الجيش حلب."),
    "one word on each line": Family("قصف\n"),
    "no-break spaces": Family("\u00a0", "أمس"),
    # ---- sentences ---------------------------------------------------------------------------------------------------
    "brackets in brackets": Family("(قصف ", "حلب", ")"),
    "brackets never closed": Family("( قصف "),
    "brackets never opened": Family("قصف ) "),
    "quotations in quotations": Family("قال «", "نعم", "»"),
    "quotations never closed": Family("قال «"),
    "quotation marks": Family('"'),
    "alternating quotation marks": Family('"قال" '),
    "clauses in clauses": Family("قال إن "),
    "relative clauses": Family("الذي قصف "),
    "when and when": Family("عندما قصف "),
    "that and that": Family("أن "),
    "if and if": Family("إذا قصف "),
    "joined nouns": Family("والجيش "),
    "joined verbs": Family("وقصف "),
    "joined names": Family("ومحمد حسين "),
    "joined states": Family("وتركيا "),
    "joined places": Family("وفي حلب "),
    "genitives": Family("وزير "),
    "parts of parts": Family("عدد من "),
    "one trigger": Family("قصف "),
    "one masdar": Family("اجتماع "),
    "one name": Family("محمد "),
    "one pronoun": Family("هو "),
    "prepositions": Family("في من على "),
    "negations": Family("لم لا لن "),
    "wishes": Family("الوزير، حفظه الله، "),
    "appositions": Family("الوزير، الرئيس، "),
    "numbers of dead": Family("وقتل 20 وأصيب 30 "),
    # ---- reports -----------------------------------------------------------------------------------------------------
    "one sentence": Family("قصفت المدفعية بلدة حدودية وقتل ثلاثة مدنيين. "),
    "one sentence without an end": Family("قصفت المدفعية بلدة حدودية وقتل ثلاثة مدنيين "),
    "one sentence a line": Family("قصفت المدفعية بلدة حدودية أمس.\n"),
    "one speaker": Family("قال الوزير محمد حسين إن بلاده ستقصف المدينة. "),
    "one speaker, then the pronoun": Family("وأضاف أنه التقى نظيره في أنقرة. ", "وقال الوزير التركي هاكان فيدان ذلك."),
    "two speakers in turns": Family("قال فيدان إنه التقى لافروف. وقال لافروف إنه التقى فيدان. "),
    "two states in turns": Family("قصفت روسيا حلب. ونفت تركيا ذلك. "),
    "the minister and the minister": Family("التقى الوزير الوزير. "),
    "meetings of the same": Family("اجتمع الوزيران في الدوحة أمس. وأكد الاجتماع. "),
    "headlines": Family("الرئيس يلتقي الوزير\n\n"),
    "datelines": Family("دمشق - قصف الجيش حلب.\n\n"),
    "rules between articles": Family("---\nقصف الجيش حلب أمس.\n"),
    "front matter": Family("---\ntitle: x\n---\n"),
    "teasers": Family("-\nشاهد أيضا\n"),
    "acts and nothing else": Family(
        "وقال وزير الخارجية التركي هاكان فيدان إن روسيا قصفت مدينة حلب أمس، ونفى الجيش السوري أنه هاجم القرية، بينما"
        " التقى الرئيس نظيره الإيراني في طهران واتفقا على عقد قمة الأسبوع المقبل. "
    ),
}  # fmt: skip

#: Reports of which a corpus is made, ``{n}`` for the number of the report.
CORPORA: dict[str, str] = {
    "one act told by all": "قصفت روسيا مدينة حلب في 3 ديسمبر 2024 وقتل عشرون. المصدر {n}",
    "one speaker, other words": "قال وزير الخارجية التركي هاكان فيدان أمس إن المشروع {n} سيبدأ.",
    "one meeting, no date": "التقى الرئيس التركي نظيره الروسي في أنقرة. تقرير {n}",
    "one place, any kind": "قصفت روسيا حلب. واقتحم الجيش السوري حلب. وتقدمت الفصائل في حلب. {n}",
    "nobody anywhere": "وقع قصف. وعقد اجتماع. وصدر بيان. {n}",
    "a name for each": "التقى أحمد{n} محمود{n} في دمشق أمس.",
    "one title for all": "عنوان واحد\n\nقصفت روسيا حلب أمس، بحسب التقرير {n}.",
}
#: Files of each form: how they are called, and the family of what is in them behind how they begin.
FILES: dict[str, tuple[str, str, Family]] = {
    "elements in elements": ("a.html", "<html>", Family("<div>", "قال")),
    "paragraphs": ("a.html", "<html>", Family("<p>قال الوزير نعم")),
    "links": ("a.html", "<html>", Family("<a href=x>قال</a> ")),
    "tables in tables": ("a.html", "<html>", Family("<table><tr><td>قال")),
    "comments never closed": ("a.html", "<html>", Family("<!-- ")),
    "tags never closed": ("a.html", "<html>", Family("<a ")),
    "ends never closed": ("a.html", "<html>", Family("</")),
    "attributes never closed": ("a.html", "<html>", Family("<a b='")),
    "instructions never closed": ("a.html", "<html>", Family("<?")),
    "sections never closed": ("a.html", "<html>", Family("<![CDATA[")),
    "scripts": ("a.html", "<html>", Family("<script>")),
    "times": ("a.html", "<html>", Family("<time datetime=2024-12-03>x</time>", "<p>قال الوزير نعم")),
    "JSON-LD": ("a.html", "<html>", Family('<script type=application/ld+json>{"a":1}</script>', "<p>قال الوزير نعم")),
    "markup in a record": ("a.jsonl", '{"text": "<p>', Family("<a ", '"}')),
    "entries": ("a.rss", "<rss><channel>", Family("<item><title>قال</title></item>", "</channel></rss>")),
    "entries never closed": ("a.rss", "<rss><channel>", Family("<item>")),
    "elements of reports": ("a.xml", "<a>", Family("<doc><text>قال</text><title>x</title></doc>", "</a>")),
    "records": ("a.json", "[", Family('{"text": "قال"},', '{"text": "قال"}]')),
    "objects in objects": ("a.json", "", Family('{"a":')),
    "keys": ("a.json", "{", Family('"k":1,', '"text":"قال"}')),
    "rows": ("a.csv", "text,date\n", Family('"قال",2024-12-03\n')),
    "quotes in a table": ("a.csv", "text,date\n", Family('"')),
    "columns": ("a.csv", "text,date", Family(",x", "\n")),
    "blocks of front matter": ("a.md", "", Family("---\ntitle: x\n")),
    "keys of front matter": ("a.md", "---\n", Family("a: x\n", "---\nقال")),
    "blocks of TOML": ("a.md", "", Family("+++\ndate = 2024-12-03\n")),
    "lines that are dates": ("a.txt", "", Family("3 ديسمبر 2024\n", "قال")),
    "lines that repeat another": ("a.txt", "وقال الوزير إن حلب آمنة اليوم.\n", Family("قال الوزير إن حلب آمنة\n")),
    "lists of other articles": ("a.txt", "", Family("شاهد أيضا\nقال الوزير\n")),
    "documents of TREC": ("a.sgm", "", Family("<DOC><TEXT>قال</TEXT></DOC>\n")),
    "attributes of TREC": ("a.sgm", "<DOC ", Family('a="b" ', "><TEXT>قال</TEXT></DOC>")),
}  # fmt: skip
PUBLISHED = "2024-12-03"


def written(folder: Path, shape: tuple[str, str, Family], size: int) -> Path:
    """A file of a family of files."""
    name, before, family = shape
    path = folder / f"{size}{name}"
    path.write_text(before + family.text(size), encoding="utf-8")
    return path


def corpus(pattern: str, count: int) -> list[Document]:
    """So many reports of a family of corpora."""
    return [Document(pattern.format(n=number), PUBLISHED, f"صحيفة {number % 7}") for number in range(count)]
