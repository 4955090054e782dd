"""Corpora of short reports, no two alike, for the tests of corpora."""

from __future__ import annotations

import hashlib
import json

PLACES = ("حماة", "حلب", "إدلب", "حمص", "درعا")
STATES = ("التركي", "الأردني", "الإيراني", "الروسي", "المصري", "القطري", "العراقي")
TELL = (
    "اجتمع وزير الخارجية {one} مع نظيره {other} في أنقرة أمس، وبحث الجانبان {number} ملفا.",
    "شن الجيش السوري هجوما على مدينة {place} الأحد، مما أسفر عن مقتل {number} شخصا.",
    "قال وزير الخارجية {one} إن بلاده ترفض الهجوم على {place}. وكان الوزير {other} قد زار عمّان في السابع من الشهر.",
    "بلغ عدد المشتركين في المعرض {number} مشتركا.",
)  # fmt: skip


def reports(count):
    """Records as a newspaper's archive has them; every fourth tells of no event, every seventh gives no date."""
    made = []
    for number in range(count):
        text = TELL[number % 4].format(
            one=STATES[number % 7],
            other=STATES[(number // 7) % 7],
            place=PLACES[number % 5],
            number=number + 3,
        )
        record = {"id": f"r{number}", "text": text, "source": f"جريدة {number % 3}", "title": f"خبر {number}"}
        if number % 7:
            record["published"] = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
        made.append(record)
    return made


def written(records, path):
    """The records as JSON Lines."""
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8")
    return path


def bytes_of(folder):
    """Every file of a folder, hidden ones too, by its digest."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
