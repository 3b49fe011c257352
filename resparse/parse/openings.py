"""The first words of a paragraph -> whether they open a preambular or an operative one, and how long the phrase is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, NamedTuple

from resparse.profiles import Language

Part = Literal["preambular", "operative", "either"]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LONGEST = 120  # characters of a phrase


class Lexicon(NamedTuple):
    """The openings of a language, by first word in lower case; the longest phrase first.

    ``whole`` matches modifiers and phrase in one, where no blanks part words: there a phrase may open either part.
    """

    parts: Mapping[str, Part]
    phrases: Mapping[str, tuple[str, ...]]
    modifiers: Mapping[str, tuple[str, ...]]
    whole: re.Pattern[str] | None


@cache
def lexicon(language: Language) -> Lexicon:
    """The openings of a language, arranged for looking up; made once a language."""
    modifiers = _by_first_word(language.openings.modifiers)
    parts: dict[str, Part] = {}
    bare: list[str] = []
    told: tuple[tuple[Part, tuple[str, ...]], ...] = (
        ("operative", language.openings.operative),
        ("preambular", language.openings.preambular),
    )
    for part, phrases in told:
        for phrase in phrases:
            words = phrase.lower().split()
            while len(words) > 1 and words[0] in modifiers:
                words = words[1:]
            shared = not language.spaced and parts.get(words[0], part) != part
            parts[words[0]] = "either" if shared else part
            bare.append(" ".join(words))
    whole = None if language.spaced else _whole(bare, language.openings.modifiers)
    return Lexicon(parts, _by_first_word(bare), modifiers, whole)


def _whole(phrases: Iterable[str], modifiers: Iterable[str]) -> re.Pattern[str]:
    either = ["|".join(sorted(map(re.escape, words), key=len, reverse=True)) for words in (modifiers, phrases)]
    return re.compile(f"(?:{either[0]})*(?P<phrase>{either[1]})")


def part_of(text: str, language: Language) -> Part | None:
    """Which part of a resolution the first words open; ``None`` where they open none.

    What begins in lower case opens none in languages whose paragraphs begin with a capital.
    """
    if language.capitals and text[:1].islower():
        return None  # as most lines of an extract do
    lex = lexicon(language)
    if lex.whole:
        found = lex.whole.match(text)
        return lex.parts[found["phrase"]] if found else None
    first = True
    for match in _WORD.finditer(_written(text[:60], language)):
        if first and language.capitals and match[0][0].islower():
            return None
        word = match[0].lower()
        part = lex.parts.get(word)
        if part or word not in lex.modifiers:
            return part
        first = False
    return None


def quoted(text: str, language: Language) -> re.Match[str] | None:
    """The mark that opens a quotation, with the organ that is quoted as its group ``speaker``."""
    return None if text[:1].isalnum() else language.pattern("quoted").match(text)


def phrase(text: str, language: Language) -> tuple[int, int]:
    """Where the opening phrase begins and ends, behind a mark of quotation; it ends at 0 where there is none."""
    mark = quoted(text, language)
    start = mark.end() if mark else 0
    end = phrase_end(text[start:], language)
    return start, start + end if end else 0


def phrase_end(text: str, language: Language) -> int:
    """Where the opening phrase ends, its modifiers with it; 0 where the lexicon knows none."""
    lex = lexicon(language)
    if lex.whole:
        found = lex.whole.match(text)
        return found.end() if found else 0
    written = _written(text[:_LONGEST], language)
    if len(written) < len(text[:_LONGEST]):
        return _offset(text, phrase_end(written, language), language)
    lower = written.lower().replace("\xa0", " ")
    end = _skip(lower, 0, lex.modifiers)
    word = _WORD.match(lower, end)
    if not word:
        return 0
    for phrase in lex.phrases.get(word[0], ()):
        if lower.startswith(phrase, end) and not lower[end + len(phrase) : end + len(phrase) + 1].isalnum():
            return _skip(lower, end + len(phrase), lex.modifiers, trailing=True)
    return 0


def _written(text: str, language: Language) -> str:
    """The text without the characters that may be left out."""
    if not language.unwritten or text.isascii():
        return text
    return text.translate(dict.fromkeys(map(ord, language.unwritten)))


def _offset(text: str, written: int, language: Language) -> int:
    """Where the text stands after as many characters as are written, and those that belong to the last of them."""
    at = 0
    while at < len(text) and (written or text[at] in language.unwritten):
        written -= text[at] not in language.unwritten
        at += 1
    return at


def _skip(lower: str, end: int, modifiers: Mapping[str, tuple[str, ...]], *, trailing: bool = False) -> int:
    """The end of the modifiers that stand at ``end``; leading ones include the blank after them."""
    while True:
        start = end + 1 if trailing and lower[end : end + 1] == " " else end
        word = _WORD.match(lower, start)
        known = modifiers.get(word[0], ()) if word and (start > end or not trailing) else ()
        for modifier in known:
            after = start + len(modifier)
            if lower.startswith(modifier, start) and not lower[after : after + 1].isalnum():
                end = after if trailing else after + (lower[after : after + 1] == " ")
                break
        else:
            return end


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(phrase.split()[0].lower(), []).append(phrase.lower())
    return {word: tuple(sorted(set(same), key=lambda phrase: (-len(phrase), phrase))) for word, same in found.items()}
