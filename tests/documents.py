"""A document with something in every field, for tests of what is done with documents."""

from __future__ import annotations

from resparse.model import (
    Annex,
    Citation,
    Document,
    Footnote,
    Furniture,
    Generator,
    Header,
    Mark,
    Node,
    Origin,
    Part,
    Vote,
)
from resparse.source import Source

SOURCE = Source("The General Assembly,\n\f1. Decides “x”;\n", "lights.txt")
ITEM = Node("op_1__a", "item", "(a)", None, "By day;", (), (), ((0, 3),))
NODE = Node("op_1", "operative", "1.", None, "Decides “x”;", (Mark("phrase", 0, 7),), (ITEM,), ((23, 37), (38, 39)))
FORMULA = Node("opening", "formula", None, None, "The General Assembly,", (), (), ((0, 21),))
DOCUMENT = Document(
    format="resparse/1",
    generator=Generator("resparse", "0.1.0"),
    source=Origin(SOURCE.name, SOURCE.media_type, SOURCE.sha256, len(SOURCE.text), len(SOURCE.pages), SOURCE.text),
    header=Header(
        kind="resolution",
        body="ga",
        symbol="A/RES/99/501",
        sponsors=("Côte d’Ivoire",),
        vote=Vote("recorded_vote", 120, None, 3),
        spans={"symbol": ((4, 9),)},
    ),
    opening=FORMULA,
    preamble=(),
    operative=(NODE,),
    closing=(),
    parts=(Part("A", None, None, (), (NODE,), (), ((1, 2),)),),
    annexes=(Annex("annex_1", "Annex", None, (NODE,), ()),),
    footnotes=(Footnote("fn_1", "1", "See x.", (), ("op_1",), ((3, 5),)),),
    citations=(
        Citation(
            *("cit_1", "70/1", "resolution", "ga", "A/RES/70/1", (), "2015-09-25", None, None, None),
            in_="op_1",
            spans=((3, 7),),
        ),
    ),
    furniture=(Furniture("page_number", ((9, 10),)),),
)
