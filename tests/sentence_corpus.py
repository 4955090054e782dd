"""The corpus of analysed sentences: read, and compared with what `timeline.syntax.analyse` says.

A statement of the corpus is (predicate, function, words). Compared are the functions that who and what and when rest
on;
words agree when they begin with the same word, so that where a group ends is a question of its own.

    python tests/sentence_corpus.py [--show N] [file …]
"""

from __future__ import annotations

import collections
import datetime as dt
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus" / "sentences"
PRINTED = dt.date(2024, 12, 3)
CORE = ("subject", "object", "passive", "date", "that", "by")
_LINE = re.compile(r"\s+(?P<predicate>[^:=(]+?)(?: \((?P<kind>\w+)\))?: (?P<said>.+)$")


def sentences(paths=()):
    """Every sentence with its statements: (file, sentence, {(predicate, function): words})."""
    for path in paths or sorted(FOLDER.glob("*.txt")):
        sentence, said = None, {}
        for line in Path(path).read_text("utf-8").splitlines():
            if line.startswith("#") or not line.strip():
                continue
            if not line[0].isspace():
                if sentence:
                    yield Path(path).name, sentence, said
                sentence, said = line.strip(), {}
                continue
            found = _LINE.match(line)
            assert found, f"{path}: {line!r} is no line of an analysis"
            for part in found["said"].split(";"):
                function, _, words = part.partition("=")
                key = found["predicate"].strip(), function.strip()
                said.setdefault(key, []).append(words.strip())
        if sentence:
            yield Path(path).name, sentence, said


def told(sentence):
    """What the syntax says of a sentence, in the same form."""
    from timeline.syntax import analyse
    from timeline.tagger import find

    said = {}
    for tree in analyse(sentence, find(sentence, reference=PRINTED)):
        for line in str(tree).splitlines():
            found = _LINE.match(" " + line)
            if not found:
                continue
            for part in found["said"].split("; "):
                function, _, words = part.partition(" = ")
                key = found["predicate"].strip(), function.strip()
                said.setdefault(key, []).append(words.strip())
    return said


def first_word(words):
    """What two groups of words are compared by."""
    from timeline.text.spelling import fold

    word = fold(words.split()[0].strip('*-«»،"')) if words.split() else ""
    return word.removeprefix("ال") if len(word) > 4 else word


def agrees(words, others):
    """Whether one of the groups begins with the same word."""
    return any(first_word(words) == first_word(other) for other in others)


def compare(sentence, said, functions=CORE):
    """(function, right, missed, extra, what) for each statement of the functions compared."""
    got = told(sentence)
    for (predicate, function), groups in said.items():
        if function not in functions:
            continue
        for words in groups:
            others = [each for (p, f), each in got.items() if f == function and first_word(p) == first_word(predicate)]
            right = any(agrees(words, each) for each in others)
            yield function, right, f"{predicate}: {function} = {words}"
    for (predicate, function), groups in got.items():
        if function not in functions:
            continue
        for words in groups:
            asked = [each for (p, f), each in said.items() if f == function and first_word(p) == first_word(predicate)]
            if not any(agrees(words, each) for each in asked):
                yield f"extra {function}", False, f"{predicate}: {function} = {words}"


def figures(paths=()):
    """Per function: asked, right, extra; and the sentences with their faults."""
    count, faults = collections.Counter(), []
    for name, sentence, said in sentences(paths):
        wrong = []
        for function, right, what in compare(sentence, said):
            if function.startswith("extra"):
                count[function] += 1
                wrong.append("+ " + what)
            else:
                count[function, "asked"] += 1
                count[function, "right"] += right
                if not right:
                    wrong.append("- " + what)
        faults.append((name, sentence, wrong))
    return count, faults


def main():
    show = int(sys.argv[sys.argv.index("--show") + 1]) if "--show" in sys.argv else 0
    paths = [each for each in sys.argv[1:] if each.endswith(".txt")]
    count, faults = figures(paths)
    for function in CORE:
        asked, right, extra = count[function, "asked"], count[function, "right"], count[f"extra {function}"]
        recall, precision = right / max(asked, 1), right / max(right + extra, 1)
        print(f"{function:8} asked {asked:4} recall {recall:.3f} precision {precision:.3f}")
    whole = sum(not wrong for _, _, wrong in faults)
    print(f"sentences {len(faults)}, without a fault {whole} ({whole / max(len(faults), 1):.1%})")
    for name, sentence, wrong in [each for each in faults if each[2]][:show]:
        print(f"\n{name}: {sentence}")
        for line in wrong:
            print("    " + line)


if __name__ == "__main__":
    main()
