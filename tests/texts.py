"""Texts for what holds of every text: pieces of resolutions in any order, glued in any way, and anything."""

from __future__ import annotations

from hypothesis import strategies as st

FORMULAS = ("The General Assembly,", "The Security Council", "*The Human Rights Council,*", "The General Assembly,\n")
MASTHEADS = (
    *("A/RES/99/501", "A/RES/99/501*", "S/RES/9501 (2044)", "A/99/L.27", "Distr.: General", "General Assembly"),
    *("Ninety-ninth session", "Agenda item 19 (k)", "11 January 2045", "99/501. Lights of the north", "99/501."),
    *(
        "Resolution adopted by the General Assembly",
        "on 19 December 2044",
        "Resolution adopted by the General Assembly on",
    ),
    *(
        "[on the report of the Second Committee (A/99/803, para. 9)]",
        "[without reference to a Main Committee ([A/99/L.27](#)",
    ),
    *("* Reissued for technical reasons on 3 February 2045.", "70th plenary meeting", "18 December 2044"),
)
PROSE = (
    *("Recalling", "Noting with concern", "*Reaffirming*", "Decides", "Also decides", "*Requests*", "Fearing", "and"),
    *("the lights of the north", "its resolution 98/440 of 3 May 2043", "Keepers of Lights", "of lamps, wicks and oil"),
    *("lighthouses", "light‐", "light-", "cross\ufffe", "cross\x02", "regional", "houses", "non‑", "Secretary-", "km²"),
    *(",", ";", ".", ":", "; and", " ", "(", ")", "“", "”", "…", "–", "/", "-"),
)
LABELS = (
    *(
        "1.",
        "2.",
        "3.",
        "1",
        "2 ",
        "12.",
        "99.",
        "(a)",
        "(b)",
        "(h)",
        "(i)",
        "(ii)",
        "a.",
        "b.",
        "a)",
        "(aa)",
        "1. (a)",
    ),
    *(
        "I",
        "II",
        "I.",
        "IV.",
        "A",
        "B",
        "A.",
        "C.",
        "Annex",
        "Annex I",
        "Annex II: Oil",
        "Appendix",
        "Chapter I",
        "Part II",
    ),
    *("Table", "Source:", "Abbreviations:", "•", "–"),
)
NOTES = (
    *("¹", "²", "¹²", "1", "2", "3", "*", "**", "[1]", "[^1]", "[^1]:", "^1^", "<sup>1</sup>", "1)", "20203", "70/11"),
    *(
        "¹ A/99/5.",
        "1 A/99/5.",
        "2 See A/99/6.",
        "1See A/99/5.",
        "* The list.",
        "__________",
        "________________",
        "────────",
    ),
)
ENDS = (
    *("71st plenary meeting", "19 December 2044", "*71st plenary meeting\n19 December 2044*", "(Signed) A. Gull"),
    *("[Adopted without a vote.]", "[Adopted by a recorded vote of 29 to 5, with 13 abstentions.", "In favour:", "]"),
)
FURNITURE = ("44-90210 (E)", "44-90210", "*4490210*", "110145", "2/2", "- 2 -", "Page 3", "2", "3", "Please recycle")
MARKUP = (
    *("*", "**", "_", "[", "](", "](#)", "[x](#a)", "<!--", "-->", "<i>", "</i>", "<br>", "\\", "#", "# ", "\u00ad"),
    *("\u200b", "\u200e", "\ufeff", "<a href=x>", "</a>", "^", "!["),
)
BLANKS = (
    "\n",
    "\n\n",
    "\n\n\n",
    "\f",
    "\n\f",
    "    ",
    "\t",
    "\r\n",
    "\r",
    "\v",
    "\u2028",
    "\x85",
    "\u00a0",
    "\u3000",
    "\x1c",
)
GARBAGE = (
    "\0",
    "\x01",
    "\x1b[31m",
    "\ufffd",
    "\U0001f6a2",
    "é",
    "ﬁ",
    "²",
    "٣",
    "Ⅳ",
    "ǅ",
    "ß",
    "İ",
    "的",
    "،",
    "الـ",
    "\ud800",
)

PIECES = st.one_of(
    *map(st.sampled_from, (FORMULAS, MASTHEADS, PROSE, PROSE, LABELS, NOTES, ENDS, FURNITURE, MARKUP, BLANKS, GARBAGE)),
    st.text(max_size=8),
)
GLUE = st.sampled_from(("", " ", "\n", "\n", "\n\n", "\f"))


@st.composite
def resolutions(draw: st.DrawFn) -> str:
    """Pieces with something between them; mostly below a formula, as most of what is parsed stands below one."""
    pieces = draw(st.lists(st.tuples(PIECES, GLUE), max_size=40))
    start = draw(
        st.sampled_from(("", "The General Assembly,\n", "99/501. Lights of the north\nThe General Assembly,\n"))
    )
    return start + "".join(piece + glue for piece, glue in pieces)


TEXTS = st.one_of(resolutions(), resolutions(), st.text())
