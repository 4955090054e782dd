"""The characters that matter, each with one byte and one class; the tables that folding is made of."""

from __future__ import annotations

import codecs

# Code points that matter, by name: never typed invisibly into a string.
TATWEEL = "\u0640"
NO_BREAK_SPACE = "\u00a0"
SUPERSCRIPT_ALEF = "\u0670"
DIACRITICS = "".join(map(chr, range(0x064B, 0x0660))) + SUPERSCRIPT_ALEF
# Direction marks, joiners and other format characters: they are printed as nothing and mean nothing to a date.
FORMAT_CHARACTERS = (
    "\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)

#: «؁١٩٣٨» is «سنة ١٩٣٨».
YEAR_SIGN = "\u0601"

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱپچژکگیەہھڤۀێ" + YEAR_SIGN
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
WESTERN, ARABIC_INDIC, EXTENDED = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"

SPACES = " \t\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u200b\u202f\u3000"
LINE_ENDS = "\n\r\x0b\x0c\u0085\u2028\u2029"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
SLASHES = "/\\\u2044\u2215\u060d"
FULL_STOPS = ".؟?!…"
COMMAS = ",،"
QUOTES = "\"'«»“”‘’„‹›`´"
OTHER = ":;؛()[]{}#@$%&*+=<>^_|~٪٫٬٭۔•·"

# Which letter stands for which when words are compared. Alef, its hamza seats and madda are one letter in newsprint
# («الاربعاء», «الأربعاء»), as are ى and ي, ة and ه; hamza on waw or ya loses its seat. Persian letters that Arabic
# keyboards produce fold to the Arabic ones.
_SAME = {
    "ا": "آأإٱ",
    "ي": "ىئیێ",
    "و": "ؤ",
    "ه": "ةەہھۀ",
    "ك": "ک",
}

# Separator classes as the grammar sees them, one byte each (all below 0x40).
SPACE, LINE, DASH, SLASH, STOP, COMMA, COLON, OPEN, CLOSE, QUOTE, POINT, OTHER_SIGN, GLUE, PLUS = range(0x10, 0x1E)

_CLASSES = {
    SPACE: SPACES,
    LINE: LINE_ENDS,
    DASH: DASHES,
    SLASH: SLASHES,
    STOP: FULL_STOPS.replace(".", ""),
    POINT: ".٫",
    COMMA: COMMAS,
    COLON: ":",
    OPEN: "(",
    CLOSE: ")",
    QUOTE: QUOTES,
    PLUS: "+",
}
#: Stands for every character outside the tables: another script, a symbol, a lone surrogate.
UNKNOWN = "?"

_ALPHABET = "".join(
    dict.fromkeys(
        "\x00\x01" + WESTERN + LATIN + LETTERS + ARABIC_INDIC + EXTENDED + SPACES + LINE_ENDS + DASHES + SLASHES
        + FULL_STOPS + COMMAS + QUOTES + OTHER + TATWEEL + DIACRITICS + FORMAT_CHARACTERS
    )
)  # fmt: skip
assert len(_ALPHABET) <= 256, len(_ALPHABET)  # noqa: S101 (a fact about the tables above)

#: From a string to one byte a character; what is not in the alphabet is to be replaced by `UNKNOWN`.
ENCODING = codecs.charmap_build(_ALPHABET + "\ufffe" * (256 - len(_ALPHABET)))
BYTE = {character: index for index, character in enumerate(_ALPHABET)}

GLUE_BYTE = BYTE["\x01"]


def _tables() -> tuple[bytes, bytes, bytes, bytes]:
    fold = bytearray(range(256))
    for letter, variants in _SAME.items():
        for variant in variants:
            fold[BYTE[variant]] = BYTE[letter]
    for digits in (ARABIC_INDIC, EXTENDED):
        for value, digit in enumerate(digits):
            fold[BYTE[digit]] = BYTE[WESTERN[value]]
    for capital in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        fold[BYTE[capital]] = BYTE[capital.lower()]
    word = set(WESTERN + LATIN + LETTERS)
    words = bytearray(fold)
    separators = bytearray(256)
    class_of = {character: code for code, characters in _CLASSES.items() for character in characters}
    for character, byte in BYTE.items():
        if character not in word:
            words[fold[byte]] = BYTE[" "] if fold[byte] == byte else words[fold[byte]]
            separators[byte] = class_of.get(character, OTHER_SIGN)
    for digit in WESTERN:
        words[BYTE[digit]] = BYTE[digit]
    for index in range(len(_ALPHABET), 256):
        words[index] = BYTE[" "]
        separators[index] = OTHER_SIGN
    separators[GLUE_BYTE] = GLUE
    word_bytes = bytes(sorted({fold[BYTE[character]] for character in word}))
    return bytes(fold), bytes(words), bytes(separators), word_bytes


#: FOLD: byte to folded byte. WORDS: folded byte to itself, separators to a space. SEPARATORS: separator to its class.
FOLD, WORDS, SEPARATORS, WORD_BYTES = _tables()
DELETED = bytes(BYTE[character] for character in TATWEEL + DIACRITICS + FORMAT_CHARACTERS)
DIACRITIC_BYTES = frozenset(BYTE[character] for character in TATWEEL + DIACRITICS)
DIGIT_BYTES = bytes(BYTE[digit] for digit in WESTERN)
LETTER_BYTES = bytes(set(WORD_BYTES) - set(DIGIT_BYTES))
SPACE_BYTE = bytes([BYTE[" "]])


def _shape() -> bytes:
    shape = bytearray(b" " * 256)
    for byte in LETTER_BYTES:
        shape[byte] = ord("a")
    for byte in DIGIT_BYTES:
        shape[byte] = ord("0")
    return bytes(shape)


#: Folded byte to what it is: a letter (``a``), a digit (``0``), or neither.
SHAPE = _shape()
