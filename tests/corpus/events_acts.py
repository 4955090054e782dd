"""Sentences and the acts in them: trigger, kind, when, whether it happened, who.

Every sentence is printed on Tuesday, 3 December 2024. An expected act is (type, subtype, trigger, day, modality,
actors): the day is None where the sentence gives none, ``actors`` maps a role to the names that have to be there.
"""

from __future__ import annotations

STATEMENTS = [
    (
        "أعلن المتحدث باسم الحكومة العراقية أمس أن بغداد لن تسمح باستخدام أراضيها، مؤكدا أن الاتفاق ما زال قائما.",
        [
            ("statement", "announce", "أعلن", "2024-12-02", "asserted", {}),
            ("statement", "statement", "مؤكدا", "2024-12-02", "asserted", {}),
        ],
    ),
    (
        "وقال الوزير سامي الخطيب إن بلاده تراقب الوضع، داعيا طهران إلى التهدئة.",
        [
            ("statement", "statement", "قال", None, "asserted", {"speaker": ["سامي الخطيب"]}),
            ("statement", "appeal", "داعيا", None, "asserted", {"speaker": ["سامي الخطيب"], "addressee": ["إيران"]}),
        ],
    ),
    (
        "اتهمت موسكو كييف بقصف محطة للكهرباء الأحد.",
        [
            ("statement", "accuse", "اتهمت", None, "asserted", {"speaker": ["روسيا"], "target": ["أوكرانيا"]}),
            ("offensive", "shelling", "قصف", "2024-12-01", "possible", {}),
        ],
    ),
    (
        "ونفى الناطق العسكري سقوط أي موقع.",
        [("statement", "deny", "نفى", None, "asserted", {"speaker": ["الناطق العسكري"]})],
    ),
    (
        "شنّ النائب كريم عبود هجوما لاذعا على وزير المالية.",
        [("statement", "criticize", "هجوما", None, "asserted", {})],
    ),
    (
        "طالبت منظمة العفو الدولية السلطات المصرية بالإفراج عن الصحافي.",
        [("statement", "demand", "طالبت", None, "asserted", {"speaker": ["منظمة العفو الدولية"]})],
    ),
]

OFFENSIVES = [
    (
        "شنت طائرات التحالف غارات على مواقع الحوثيين في صعدة فجر الاثنين.",
        [("offensive", "airstrike", "غارات", "2024-12-02", "asserted", {"target": ["الحوثيون"]})],
    ),
    (
        "قتل سبعة جنود في هجوم انتحاري استهدف حاجزا قرب بعقوبة أمس.",
        [("offensive", "bombing", "قتل", "2024-12-02", "asserted", {"target": ["جنود"]})],
    ),
    (
        "اغتال مسلحون القاضي فاضل منصور في البصرة يوم السبت.",
        [
            (
                "offensive",
                "assassination",
                "اغتال",
                "2024-11-30",
                "asserted",
                {"agent": ["مسلحون"], "target": ["فاضل منصور"]},
            )
        ],
    ),
    (
        "دارت اشتباكات عنيفة بين الجيش السوداني وقوات الدعم السريع في أم درمان.",
        [
            (
                "offensive",
                "clash",
                "اشتباكات",
                None,
                "asserted",
                {"participant": ["الجيش السوداني", "قوات الدعم السريع"]},
            )
        ],
    ),
    (
        "سيطرت الفصائل على بلدة سراقب مساء الجمعة وانسحبت القوات الحكومية من المطار.",
        [
            ("offensive", "seizure", "سيطرت", "2024-11-29", "asserted", {"agent": ["الفصائل"]}),
            ("offensive", "withdrawal", "انسحبت", None, "asserted", {"agent": ["القوات الحكومية"]}),
        ],
    ),
    (
        "اختطف مجهولون ثلاثة مهندسين أتراك في كركوك.",
        [("offensive", "abduction", "اختطف", None, "asserted", {"agent": ["مجهولون"]})],
    ),
    (
        "التفجير الذي وقع في إسطنبول يوم الأحد لم تتبنه أي جهة.",
        [("offensive", "bombing", "التفجير", "2024-12-01", "asserted", {})],
    ),
]

MEETINGS = [
    (
        "استقبل الرئيس التونسي قيس سعيد الرئيس الجزائري عبد المجيد تبون في العاصمة أمس.",
        [
            (
                "meeting",
                "hosted",
                "استقبل",
                "2024-12-02",
                "asserted",
                {"host": ["قيس سعيد"], "participant": ["عبد المجيد تبون"]},
            )
        ],
    ),
    (
        "التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان.",
        [
            (
                "meeting",
                "meeting",
                "التقى",
                None,
                "asserted",
                {"participant": ["بدر عبد العاطي", "هاكان فيدان"]},
            )
        ],
    ),
    (
        "التقى وزير الخارجية المصري بدر عبد العاطي في القاهرة أمس نظيره السعودي فيصل بن فرحان.",
        [
            (
                "meeting",
                "meeting",
                "التقى",
                "2024-12-02",
                "asserted",
                {"participant": ["بدر عبد العاطي", "فيصل بن فرحان"]},
            )
        ],
    ),
    (
        "أجرى الرئيس الفرنسي إيمانويل ماكرون اتصالا هاتفيا مع ولي العهد السعودي محمد بن سلمان الأحد.",
        [
            (
                "meeting",
                "phone",
                "اتصالا هاتفيا",
                "2024-12-01",
                "asserted",
                {"participant": ["إيمانويل ماكرون", "محمد بن سلمان"]},
            )
        ],
    ),
    (
        "من المقرر أن يجتمع وزراء خارجية مصر والأردن والعراق في عمان يوم السبت المقبل.",
        [
            (
                "meeting",
                "meeting",
                "يجتمع",
                "2024-12-07",
                "planned",
                {"participant": ["مصر", "الأردن", "العراق"]},
            )
        ],
    ),
    (
        "يزور رئيس الوزراء العراقي محمد شياع السوداني أنقرة الأسبوع المقبل.",
        [("meeting", "visit", "يزور", "2024-12-09", "planned", {"participant": ["محمد شياع السوداني"]})],
    ),
    (
        "استدعت باريس السفير الإيراني الأربعاء الماضي.",
        [("meeting", "summons", "استدعت", "2024-11-27", "asserted", {"participant": ["فرنسا"]})],
    ),
]

STATUS = [
    ("رفض الوفد لقاء المبعوث الأممي.", [("meeting", "refused", "لقاء", None, "negated", {})]),
    (
        "هدد القائد الميداني بقصف المدينة إذا لم ينسحب الجيش.",
        [
            ("statement", "threaten", "هدد", None, "asserted", {}),
            ("offensive", "shelling", "قصف", None, "conditional", {}),
        ],
    ),
    (
        "قال مسؤول إن القوات ستهاجم المعسكر.",
        [
            ("statement", "statement", "قال", None, "asserted", {}),
            ("offensive", "assault", "ستهاجم", None, "planned", {}),
        ],
    ),
    ("لم يلتق الوزير أعضاء الوفد.", [("meeting", "meeting", "يلتق", None, "negated", {})]),
    (
        "تعتزم روسيا عقد مؤتمر دولي حول ليبيا.",
        [("meeting", "conference", "مؤتمر", None, "planned", {})],
    ),
]

#: Nothing is done in these: markets, sport, courts, metaphors, names of institutions, dates spelled like acts.
NOTHING = [
    "واحتل سهم الشركة المرتبة الأولى في التداول.",
    "فاز الفريق في لقاء الذهاب أمام الهلال.",
    "تعد عملية السلام مسارا طويلا.",
    "يعمل طالب جامعي في مكتبة المدينة.",
    "بلغت درجة الحرارة أربعين في مسقط.",
    "سيارة الإسعاف تقل المرضى إلى المستشفى.",
    "هناك من يشارك في السوق كل يوم.",
    "تراجع سعر النفط في الأسواق العالمية.",
    "مؤتمر صحافي للمدرب قبل المباراة.",
]
