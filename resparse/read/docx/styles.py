"""Styles of a Word file -> how a run looks: italic, bold, raised; and which paragraphs are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from resparse.read.docx.package import Element, child, local, value

OFF = frozenset(("0", "false", "off", "none"))
# Word's own names, and those of the templates of the United Nations (_ H_1_G, HCh, TitleHCH, H4).
HEADING = re.compile(r"(?i)(?:heading|title|_?\s*h_?\s?(?:\d|ch|m)\w*$)")
DEEPEST = 20  # styles that are based on one another


class Look(NamedTuple):
    """How a run looks."""

    italic: bool
    bold: bool
    raised: bool
    hidden: bool


class Styles:
    """The styles of a file, by id."""

    def __init__(self, part: Element | None) -> None:
        found = [] if part is None else [style for style in part if local(style) == "style"]
        self._styles = {value(style, "styleId"): style for style in found}
        defaults = (style for style in found if value(style, "default") not in (None, *OFF))
        paragraphs = (style for style in defaults if value(style, "type") == "paragraph")
        self._default = next((value(style, "styleId") for style in paragraphs), None)

    def look(self, run: Element, paragraph: Element | None) -> Look:
        """How a run of a paragraph looks; its own properties decide, then its styles."""
        own = child(run, "rPr")
        of_run = list(self._chain(value(child(own, "rStyle"))))
        of_paragraph = list(self._chain(value(child(paragraph, "pPr", "pStyle")) or self._default))

        def toggled(name: str) -> bool:
            direct = _on(child(own, name))
            # Two styles that both say italic make a roman run: emphasis in an italic heading.
            return _first(of_run, name) != _first(of_paragraph, name) if direct is None else direct

        raised = child(own, "vertAlign")
        for style in (*of_run, *of_paragraph):
            raised = child(style, "rPr", "vertAlign") if raised is None else raised
        lifted = re.fullmatch(r"[1-9]\d*", value(child(own, "position")) or "")
        return Look(toggled("i"), toggled("b"), value(raised) == "superscript" or bool(lifted), toggled("vanish"))

    def is_heading(self, paragraph: Element) -> bool:
        """Whether a paragraph is a heading, by its outline level or the name of its style."""
        if child(paragraph, "pPr", "outlineLvl") is not None:
            return True
        chain = list(self._chain(value(child(paragraph, "pPr", "pStyle"))))
        if any(child(style, "pPr", "outlineLvl") is not None for style in chain):
            return True
        return any(HEADING.match(value(child(style, "name")) or "") for style in chain[:1])

    def numbering(self, paragraph: Element) -> Element | None:
        """The w:numPr that holds for a paragraph: its own, or that of its style."""
        found = child(paragraph, "pPr", "numPr")
        for style in self._chain(value(child(paragraph, "pPr", "pStyle")) or self._default):
            found = child(style, "pPr", "numPr") if found is None else found
        return found

    def _chain(self, name: str | None) -> Iterator[Element]:
        """A style and those it is based on."""
        for _ in range(DEEPEST):
            style = self._styles.get(name)
            if name is None or style is None:
                return
            yield style
            name = value(child(style, "basedOn"))


def _first(chain: list[Element], name: str) -> bool:
    return next((on for style in chain if (on := _on(child(style, "rPr", name))) is not None), False)


def _on(toggle: Element | None) -> bool | None:
    return None if toggle is None else value(toggle) not in OFF
