"""Arabic letters as a file gives them, glyph by glyph -> the letters that are read.

A font may draw one letter with several glyphs, of which each claims a letter, or a mark with a glyph that claims its
letter too. What the file has no letter for stays visible as U+FFFD: none is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from resparse.read.pdf.bidi import Letter

UNKNOWN = "\ufffd"
MARK = re.compile("[\u064b-\u065f\u0670]")
DOUBLING = "\u0651"  # shadda: typed before the vowel that stands over it
LENGTHENING = "\u0640"
BEFORE_KAF = frozenset(("\u0644", UNKNOWN))  # after a lam, fonts begin a kaf with a lengthening
KAF = "\u0643"
HOOKED = frozenset("\u062c\u062d\u062e")  # jim, hah, khah: drawn as the letter and a stroke to the next
STROKE = 0.4  # of the width of the letter before it
GAP = 0.15  # of the width of the two letters around it


def shaped(letters: Iterable[Letter]) -> list[Letter]:
    """The letters of a text object, without what only belongs to their shape, each mark behind the letter that it
    stands over."""
    return _in_order(_marked(list(_letters(list(letters)))))


def _in_order(letters: Sequence[Letter]) -> list[Letter]:
    """The marks of a letter in the order in which they are typed, the doubling first."""
    found: list[Letter] = []
    for letter in letters:
        behind = len(found)
        while letter.text == DOUBLING and behind and MARK.match(found[behind - 1].text):
            behind -= 1
        found.insert(behind, letter)
    return found


def _letters(letters: Sequence[Letter]) -> Iterator[Letter]:
    for i, letter in enumerate(letters):
        before = letters[i - 1] if i else None
        if before is None or not (_lengthens(letters, i) or _is_stroke(before, letter) or _is_echo(letters, i)):
            yield letter


def _lengthens(letters: Sequence[Letter], i: int) -> bool:
    """Whether this is the lengthening in للـكوريين."""
    if letters[i].text != LENGTHENING or i + 1 == len(letters):
        return False
    return letters[i - 1].text in BEFORE_KAF and letters[i + 1].text == KAF


def _is_stroke(before: Letter, letter: Letter) -> bool:
    """Whether this is the second letter in خحبراء, a stroke no wider than a dot."""
    if letter.text not in HOOKED or before.text not in HOOKED | {UNKNOWN}:
        return False
    return letter.right - letter.left < STROKE * (before.right - before.left)


def _is_echo(letters: Sequence[Letter], i: int) -> bool:
    """Whether a mark's glyph repeats the letter below it, as in أُأبرز."""
    if not MARK.match(letters[i - 1].text) or letters[i][1:] != letters[i - 1][1:]:
        return False
    return i < 2 or letters[i].text == letters[i - 2].text


def _marked(letters: Sequence[Letter]) -> list[Letter]:
    """Letters with each mark that follows a blank behind the letter that it stands over, the next or the last."""
    found: list[Letter] = []
    waiting: list[Letter] = []
    for letter in letters:
        if MARK.match(letter.text) and (waiting or (found and found[-1].text.isspace())):
            waiting.append(letter)
        elif waiting:
            _place(waiting, letter, found)
            waiting = []
        else:
            found.append(letter)
    return found + waiting


def _place(marks: Sequence[Letter], letter: Letter, found: list[Letter]) -> None:
    """Put marks that follow a blank, and the letter that follows them, behind what is found."""
    behind = len(found)
    while behind and found[behind - 1].text.isspace():
        behind -= 1
    last = found[behind - 1] if behind else None
    apart = last is None or last.left > max(mark.right for mark in marks)
    middle = sum(mark.left + mark.right for mark in marks) / (2 * len(marks))
    if apart and letter.left <= middle <= letter.right and not letter.text.isspace():
        found += [letter, *marks]
        return
    blanks = found[behind:] if last is None or _parted(last, letter) else []
    found[behind:] = [*marks, *blanks, letter]


def _parted(last: Letter, letter: Letter) -> bool:
    """Whether there is room for a blank between two letters; the engine sees one under a mark where there is none."""
    return last.left - letter.right > GAP * (last.right - last.left + letter.right - letter.left)
