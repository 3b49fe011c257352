"""Read United Nations resolutions: text in, the resolution out, nothing lost, every fault named.

Names are loaded when they are first used, so that ``import resparse`` costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from resparse.model import Document as Document
    from resparse.parse import parse as parse
    from resparse.read import InputError as InputError
    from resparse.read import read as read
    from resparse.read.json import from_json as from_json
    from resparse.source import Source as Source
    from resparse.validate import validate as validate
    from resparse.validate.diagnostic import Diagnostic as Diagnostic
    from resparse.validate.diagnostic import Severity as Severity
    from resparse.validate.fix import fix as fix
    from resparse.write.json import to_json as to_json
    from resparse.write.schema import schema as schema
    from resparse.write.text import to_text as to_text
    from resparse.write.xml import to_xml as to_xml

__version__ = "0.1.0"

_HOMES = {
    "Diagnostic": "resparse.validate.diagnostic",
    "Document": "resparse.model",
    "InputError": "resparse.read",
    "Severity": "resparse.validate.diagnostic",
    "Source": "resparse.source",
    "fix": "resparse.validate.fix",
    "from_json": "resparse.read.json",
    "schema": "resparse.write.schema",
    "to_json": "resparse.write.json",
    "to_text": "resparse.write.text",
    "to_xml": "resparse.write.xml",
}
_VERBS = frozenset(
    {"read", "parse", "validate"}
)  # packages that are called by their own name: resparse.parse.parse is resparse.parse

__all__ = [
    "Diagnostic",
    "Document",
    "InputError",
    "Severity",
    "Source",
    "fix",
    "from_json",
    "parse",
    "read",
    "schema",
    "to_json",
    "to_text",
    "to_xml",
    "validate",
]


class _Verb(ModuleType):
    """A package and its function of the same name under one name, whichever of the two is imported first."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return vars(self)[self.__name__.rpartition(".")[2]](*args, **kwargs)

    def __reduce__(self) -> tuple[Any, ...]:
        return import_module, (self.__name__,)  # pool.map(resparse.parse, texts)


class _Package(ModuleType):
    """Sees its packages come in: the import system sets each as an attribute here."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _VERBS and isinstance(value, ModuleType):
            value.__class__ = _Verb
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name in _VERBS:
        return import_module(f"resparse.{name}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'resparse' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
