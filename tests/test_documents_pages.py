"""Pages, feeds, XML and SGML: what is a report in them, and where each of them keeps its date."""

from __future__ import annotations

import datetime as dt
import json
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.documents.markup import plain
from timeline.documents.model import Document
from timeline.documents.read import read, scan
from timeline.errors import DocumentError

DAY = dt.date(2024, 5, 14)
FIRST = "اجتمع وزير الخارجية الأردني مع نظيره المصري في عمّان أمس، وبحث الجانبان العلاقات بين البلدين وسبل تعزيزها."
SECOND = "وقال الوزير في مؤتمر صحفي إن الاجتماع كان مفيدا، وإن اللقاء المقبل سيعقد في القاهرة الشهر القادم."
NAVIGATION = "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/sport'>رياضة</a></li></ul></nav>"
FOOTER = "<footer><p>جميع الحقوق محفوظة 2026</p><a href='/about'>من نحن</a></footer>"


def modern(head="", line=""):
    return f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>لقاء في عمّان - الجريدة</title>
<meta property="og:title" content="لقاء في عمّان"><meta property="og:site_name" content="الجريدة">{head}
<script>var published = "2019-01-01";</script></head>
<body>{NAVIGATION}<main><article><h1>لقاء في عمّان</h1>{line}<p>{FIRST}</p><p>{SECOND}</p></article></main>
<aside><h3>الأكثر قراءة</h3><a href="/1">خبر آخر تماما عن الرياضة</a></aside>{FOOTER}</body></html>"""


def of_tables(head="", line=""):
    """As pages were laid out twenty years ago."""
    return f"""<HTML><HEAD><TITLE>لقاء في عمّان</TITLE>{head}</HEAD><BODY bgcolor=white><CENTER>
<TABLE width=760><TR><TD width=160><A href=index.htm>الصفحة الأولى</A><BR><A href=eco.htm>اقتصاد</A></TD><TD>
<H1>لقاء في عمّان</H1>{line}<P>{FIRST}<P>{SECOND}</TD></TR></TABLE></CENTER></BODY></HTML>"""


def of_blocks(head="", line=""):
    return f"""<html><head><title>لقاء في عمّان</title>{head}</head><body><div id="top">{NAVIGATION}</div>
<div class="content"><div class="post"><h2 class="title">لقاء في عمّان</h2>{line}
<div class="entry-content"><div>{FIRST}</div><br><div>{SECOND}</div></div></div></div>{FOOTER}</body></html>"""


LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {"@type": "NewsArticle", "datePublished": "2024-05-14T10:00:00+03:00"},
        ],
    }
)
HEADS = {
    "open graph": '<meta property="article:published_time" content="2024-05-14T10:20:00+03:00">',
    "itemprop": '<meta itemprop="datePublished" content="14/05/2024">',
    "dublin core": '<meta name="DC.date.issued" content="2024-05-14">',
    "arabic": '<meta name="pubdate" content="الثلاثاء، 14 مايو 2024 - 10:20">',
    "json-ld": f'<script type="application/ld+json">{LD}</script>',
    "json-ld, broken before": '<script type="application/ld+json">{"a":</script>'
    f'<script type="application/ld+json">[{LD}]</script>',
    "address": '<link rel="canonical" href="https://example.org/news/2024/05/14/meeting">',
    "meta before address": '<link rel="canonical" href="https://example.org/2023/01/01/x">'
    '<meta name="date" content="2024-05-14">',
}
LINES = {
    "a line": "<div class='info'>الثلاثاء 14 مايو 2024 - 10:20</div>",
    "captioned": "<span>نُشر في: 14-05-2024</span>",
    "hijri pair": "<p>الثلاثاء 6 ذو القعدة 1445هـ الموافق 14 مايو 2024م</p>",
    "published before updated": "<div>آخر تحديث: 15 مايو 2024</div><div>تاريخ النشر: 14 مايو 2024</div>",
    "time": '<time datetime="2024-05-14T10:00Z">قبل يومين</time>',
    "time of publication": '<time datetime="2024-05-16">x</time>'
    '<time class="entry-date published" datetime="2024-05-14">y</time>',
}


# Where the page does not state the day, but something on it points to one.
GUESSED = {"address", *LINES} - {"time of publication"}


def page(tmp_path, text, name="a.html"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("layout", [modern, of_tables, of_blocks])
@pytest.mark.parametrize("where", [*HEADS, *LINES])
def test_pages_of_several_layouts(tmp_path, layout, where):
    *notes, report = scan(page(tmp_path, layout(HEADS.get(where, ""), LINES.get(where, ""))))
    assert [note.kind for note in notes] == (["guessed"] if where in GUESSED else [])
    assert report.published == DAY
    assert report.title == "لقاء في عمّان"
    assert FIRST in report.text
    assert SECOND in report.text
    assert not report.text.startswith("لقاء في عمّان\n")
    for other in ("<", "الرئيسية", "الصفحة الأولى", "published", "جميع الحقوق", "font-size"):
        assert other not in report.text
    assert len(report.published_reasons) == 1


def test_a_page_that_gives_no_date_is_undated_and_says_nothing_wrong(tmp_path):
    [report] = scan(page(tmp_path, modern()))
    assert (report.published, report.source) == (None, "الجريدة")


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-6"])
def test_pages_in_the_encodings_that_they_declare(tmp_path, declared):
    meta = f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" + HEADS["open graph"]
    path = tmp_path / "a.html"
    path.write_bytes(of_tables(meta).replace("—", "-").encode(declared))
    [report] = scan(path)
    assert FIRST in report.text
    assert report.published == DAY


def test_a_page_is_known_by_its_content_and_one_without_a_report_is_said(tmp_path):
    assert FIRST in read(page(tmp_path, modern(HEADS["open graph"]), "saved-page")).text
    [error] = scan(page(tmp_path, "<html><head><title>x</title></head><body></body></html>"))
    assert "no report was found on this page" in str(error)


def test_what_a_browser_saves_beside_a_page_is_part_of_it(tmp_path):
    page(tmp_path, modern(HEADS["open graph"]), "لقاء.html")
    (tmp_path / "لقاء_files").mkdir()
    for name, content in (("a.css", "p {}"), ("frame.html", "<html><body>إعلان</body></html>"), ("b.txt", SECOND)):
        page(tmp_path / "لقاء_files", content, name)
    (tmp_path / "other_files").mkdir()
    page(tmp_path / "other_files", SECOND, "c.txt")
    first, second = scan(tmp_path)
    assert (second.published, first.text) == (DAY, SECOND)


# ---- feeds -----------------------------------------------------------------------------------------------------------

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>وكالة</title><link>https://example.org</link>
<item><title>لقاء &amp; بيان</title><link>https://example.org/1</link><pubDate>Tue, 14 May 2024 10:20:00 +0300</pubDate>
<description>مقدمة</description><content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>بيان</title><dc:date>2024-05-14</dc:date><description>&lt;b&gt;{SECOND}&lt;/b&gt;</description></item>
</channel></rss>"""
RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>وكالة</title></channel><item><title>لقاء &amp; بيان</title>
<link>https://example.org/1</link><description>{FIRST}\n\n{SECOND}</description><dc:date>2024-05-14T10:00Z</dc:date></item>
<item><title>بيان</title><description>{SECOND}</description><dc:date>2024-05-14</dc:date></item></rdf:RDF>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة</title>
<entry><title>لقاء &amp; بيان</title><link href="https://example.org/1"/><published>2024-05-14T10:00:00Z</published>
<updated>2024-05-20T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p>
<p>{SECOND}</p></div></content></entry>
<entry><title>بيان</title><updated>2024-05-14T10:00:00Z</updated><summary>{SECOND}</summary></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, RDF, ATOM], ids=["rss", "rdf", "atom"])
def test_feeds(tmp_path, feed):
    first, second = scan(page(tmp_path, feed, "feed.xml"))
    assert " ".join(first.text.split()) == f"{FIRST} {SECOND}"
    assert (first.published, first.title, first.url) == (DAY, "لقاء & بيان", "https://example.org/1")
    assert (second.text, second.published, second.source) == (SECOND, DAY, "وكالة")


def test_an_entry_with_a_title_only_is_read_and_said(tmp_path):
    feed = "<rss><channel><item><title>اجتمع الوزيران</title></item></channel></rss>"
    report, *notes = scan(page(tmp_path, feed))
    assert report.text == "اجتمع الوزيران"
    assert any("1 entries have a title only" in str(note) for note in notes)


# ---- XML and SGML ----------------------------------------------------------------------------------------------------

TEI = f"""<?xml version="1.0"?><teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>المجموعة</title></titleStmt></fileDesc></teiHeader><TEI><teiHeader><fileDesc><titleStmt><title>لقاء</title></titleStmt>
<publicationStmt><publisher>المكتبة</publisher><date when="2026-01-01"/></publicationStmt><sourceDesc><bibl>
<publisher>الجريدة</publisher><date when="2024-05-14"/></bibl></sourceDesc></fileDesc></teiHeader>
<text><body><div><p>{FIRST}</p><p><s>{SECOND}</s></p></div></body></text></TEI></teiCorpus>"""
NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:example.org:1">
<itemMeta><provider literal="الجريدة"/><versionCreated>2024-05-15T00:00:00Z</versionCreated></itemMeta><contentMeta>
<contentCreated>2024-05-14T10:00:00+03:00</contentCreated><headline>لقاء</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
<p>{FIRST}</p><p>{SECOND}</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
NITF = f"""<nitf><head><docdata><date.issue norm="20240514T100000Z"/></docdata></head><body><body.head><hedline>
<hl1>لقاء</hl1></hedline><distributor>الجريدة</distributor></body.head><body.content><p>{FIRST}</p><p>{SECOND}</p>
</body.content></body></nitf>"""
OTHER = f"""<corpus><Article lang="ar"><Headline>لقاء</Headline><Date>14/5/2024</Date><Newspaper>الجريدة</Newspaper>
<Text><p>{FIRST}</p><p>{SECOND}</p></Text></Article></corpus>"""
TREC = f"""<DOC>
<DOCNO> JRD_ARB_20240514.0001 </DOCNO>
<HEADLINE>
لقاء
</HEADLINE>
<DATELINE>
عمّان 14-5 (وكالات)
</DATELINE>
<SOURCE>الجريدة</SOURCE>
<TEXT>
<P>
{FIRST}
</P>
<P>
{SECOND}
</P>
</TEXT>
</DOC>
"""
GIGAWORD = TREC.replace("<DOC>", '<DOC id="JRD_ARB_20240514.0001" type="story" >').replace(
    "<DOCNO> JRD_ARB_20240514.0001 </DOCNO>\n", ""
)


@pytest.mark.parametrize(
    "text", [TEI, NEWSML, NITF, OTHER, TREC, GIGAWORD], ids=["tei", "newsml", "nitf", "other", "trec", "gigaword"]
)
@pytest.mark.parametrize("name", ["a.xml", "a.sgm", "no-suffix"])
def test_corpora_in_xml_and_sgml(tmp_path, text, name):
    [report] = [each for each in scan(page(tmp_path, text, name)) if isinstance(each, Document)]
    assert report.text == f"{FIRST}\n\n{SECOND}"
    assert (report.published, report.title, report.source) == (DAY, "لقاء", "الجريدة")


def test_the_documents_of_trec_need_not_be_sound_xml(tmp_path):
    text = TREC.replace("لقاء", "لقاء & بيان < 5") + TREC.replace("0001", "0002").replace("<P>", "").replace("</P>", "")
    reports = [each for each in scan(page(tmp_path, text + "<DOC>\n<TEXT>مقطوع", "a")) if isinstance(each, Document)]
    assert [report.id for report in reports] == ["JRD_ARB_20240514.0001", "JRD_ARB_20240514.0002"]
    assert reports[0].title == "لقاء & بيان < 5"
    [error] = [each for each in scan(tmp_path / "a") if isinstance(each, DocumentError)]
    assert str(error).endswith(": <DOC> without </DOC>: the file is cut off")


@given(st.lists(st.text(st.characters(categories=["L", "N"], exclude_characters="\0"), min_size=1), min_size=1))
def test_paragraphs_of_markup_stay_paragraphs(words):
    assert plain("".join(f"<p>{word}</p>\n" for word in words)) == "\n\n".join(words)


def test_the_library_knows_its_own_outputs(tmp_path):
    source = timeline.Document(f"{FIRST}\n\n{SECOND}", "2024-05-14", title="لقاء")
    chronology = timeline.build(source)
    assert chronology
    chronology.to_html(tmp_path / "a.html")
    chronology.to_json(tmp_path / "b.json", indent=1)
    chronology.to_csv(tmp_path / "c.csv", bom=True)
    chronology.to_ics(tmp_path / "d.ics")
    chronology.to_timelinejs(tmp_path / "e.json")
    from timeline.cli import WRITERS

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", timeline.TimelineWarning)  # what a format does not hold
        chronology.to_plover(tmp_path / "f.jsonl")
        for form in ("jsonl", "parquet"):
            WRITERS[form](chronology, tmp_path / f"g.{form}")
    *notes, error = scan(tmp_path)
    assert str(error) == f"{tmp_path}: no report in this folder"
    assert sorted({str(note).split("/")[-1].split(":")[0] for note in notes}) == sorted(
        path.name for path in tmp_path.iterdir()
    )
    assert all(": skipped: " in str(note) for note in notes)
    for path in tmp_path.iterdir():
        [error] = scan(path)
        assert isinstance(error, DocumentError), path


@pytest.mark.parametrize("form", ["acled.csv", "vis.json", "places.geojson", "events.jsonld", "table.md", "table.tex"])
def test_the_library_knows_what_it_wrote_for_others(form, tmp_path):
    from timeline.cli import WRITERS

    name, _, suffix = form.partition(".")
    path = tmp_path / form
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", timeline.TimelineWarning)  # what a format does not hold
        chronology = timeline.build(timeline.Document(f"{FIRST}\n\n{SECOND}", "2024-05-14", title="لقاء"))
        WRITERS[name if name in WRITERS else suffix](chronology, path)
    [error] = scan(path)
    assert isinstance(error, DocumentError), error
