"""Coverage-guided fuzzing of ``extract`` and ``build``: bytes choose words, signs and characters of a text.

Bytes seldom become a sentence. Here each byte below 0xF0 is a word, a name or a sign, the others begin characters of
their own; what was told has to hold (``tests/holding.py``).
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import warnings
from pathlib import Path

os.environ["TIMELINE_UNFORESEEN"] = "raise"
sys.path.insert(0, str(Path(__file__).parents[1]))

import atheris
from fuzzing import by_coverage

with atheris.instrument_imports(include=["timeline"]):
    import holding

    from timeline.documents.model import Document
    from timeline.pipeline import build, extract

SECONDS, LONGEST = 60, 160
OTHER = 0xF0  # from here on a byte, with the two behind it, is a character
PUBLISHED = (None, dt.date(2024, 12, 3), dt.date.min, dt.date.max)
WORDS = (
    "قصف", "قصفت", "قصفوا", "هاجم", "هاجمت", "شن", "شنت", "هجوما", "غارات", "غارة", "القصف", "اقتحم",
    "سيطر", "قتل", "قتلت", "مقتل", "أصيب", "إصابة", "جرح", "قتلى", "جرحى", "قتيلا", "اعترض", "أسقط",
    "انفجار", "تفجير", "معارك", "اشتباكات", "التقى", "اجتمع", "اجتماع", "اجتماعا", "لقاء", "لقاءه", "زار",
    "زيارة", "زيارته", "وصل", "اتصال", "اتصالا", "هاتفيا", "محادثات", "قمة", "عقد", "تعقد", "استقبل",
    "قال", "قالت", "أضاف", "أعلن", "أكد", "نفى", "نفت", "حذر", "دعا", "طالب", "اتهم", "اتهمت", "هدد",
    "رفض", "وصف", "بيان", "تصريحات", "أدان", "أن", "إن", "أنه", "أنها", "بأن", "لم", "لن", "لا", "قد",
    "سوف", "كان", "كانت", "سيلتقي", "ستقصف", "يقصف", "يزور", "لو", "إذا", "ربما", "يعتزم", "في", "من",
    "على", "إلى", "عن", "مع", "بين", "بعد", "قبل", "منذ", "خلال", "حتى", "ضد", "نحو", "عندما", "حين",
    "بينما", "الذي", "التي", "الذين", "ما", "و", "ف", "ثم", "أو", "كما", "لكن", "حيث", "وزير", "الخارجية",
    "الدفاع", "الرئيس", "رئيس", "الوزراء", "نظيره", "نظيريه", "المتحدث", "باسم", "الجيش", "القوات",
    "الفصائل", "المسلحة", "الطائرات", "الطيران", "المدفعية", "مدنيين", "شخصا", "جنود", "مدينة", "بلدة",
    "قرية", "مطار", "العاصمة", "محافظة", "ريف", "التركي", "الروسي", "السورية", "الإيراني", "الأمريكية",
    "الإسرائيلي", "تركيا", "روسيا", "سوريا", "إيران", "إسرائيل", "واشنطن", "موسكو", "أنقرة", "دمشق", "حلب",
    "إدلب", "الدوحة", "فيدان", "لافروف", "هاكان", "محمد", "حسين", "أمس", "اليوم", "غدا", "الثلاثاء",
    "السبت", "الماضي", "المقبل", "ديسمبر", "2024", "السابع", "أسبوع", "ساعات", "ثلاثة", "عشرين", "مئات",
    "آلاف", "عشرات", "مئتي", "20", "هو", "هي", "هم", "ه", "ها", "هما", "نفسه", "كل", "بعض", "غير", "أي",
    "أحد",
)  # fmt: skip
SIGNS = (".", "،", ":", "؛", "؟", "!", "«", "»", '"', "(", ")", "-", "…", "/", "\n", "\n\n", "\u0640",
         "\u064e", "\u200f", "\u00a0")  # fmt: skip
TABLE = [*WORDS, *SIGNS]


def text_of(data: bytes) -> str:
    """The text that bytes choose."""
    pieces, at = [], 0
    while at < len(data):
        if data[at] < OTHER:
            pieces.append(TABLE[data[at] % len(TABLE)])
            at += 1
        else:
            point = int.from_bytes(data[at + 1 : at + 3], "big")
            pieces.append(chr(point))
            at += 3
    return " ".join(pieces)


def one(data: bytes) -> None:
    """The first byte chooses the day of printing and whether the text is divided into two reports."""
    if not data:
        return
    printed, text = PUBLISHED[data[0] % len(PUBLISHED)], text_of(data[1:])
    document = Document(text, printed, "صحيفة", id="d1")
    holding.of_events(document, extract(document))
    if data[0] & 0x80:
        cut = len(text) // 2
        holding.of_a_timeline(build([Document(text[:cut], printed, id="d1"), Document(text[cut:], printed, id="d2")]))


def write_words(folder: Path) -> None:
    """Some words of every kind, as the bytes that stand for them."""
    for number in range(0, len(WORDS), 8):
        (folder / str(number)).write_bytes(b"\x81" + bytes(range(number, min(number + 8, OTHER))))


def main() -> None:
    """Fuzz for the fixed budget."""
    warnings.simplefilter("ignore")
    by_coverage(one, write_words, longest=LONGEST, timeout=10, budget=(f"-max_total_time={SECONDS}",))


if __name__ == "__main__":
    main()
