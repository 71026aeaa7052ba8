"""aiogram's models of the Bot API, without the rest of aiogram. Knows how to load them fast.

Importing aiogram builds six hundred models and a web client, 4 s of work, of which a test needs a
tenth. So its root is left out and each model is built when it is first asked for: 0.9 s.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import sys
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType

from pydantic import BaseModel, ConfigDict


@cache
def model(module: str, name: str) -> type[BaseModel] | None:
    """Return a model, ready to validate; None if there is none of that name, or no aiogram."""
    names = _names()
    found = names[module].get(name) if names else None
    if not isinstance(found, type) or not issubclass(found, BaseModel):
        return None
    found.model_rebuild(force=True, _types_namespace={**vars(typing), **names["types"]})
    return found


@cache
def is_here() -> bool:
    """Whether aiogram is installed; it serves tests only."""
    return importlib.util.find_spec("aiogram") is not None


@cache
def _names() -> Mapping[str, Mapping[str, object]]:
    if not is_here():
        return {}
    with _bare_root(), _nothing_built():
        return {
            short: dict(vars(importlib.import_module(f"aiogram.{short}")))
            for short in ("types", "methods")
        }


@contextlib.contextmanager
def _bare_root() -> Iterator[None]:
    """Let the parts of aiogram be imported without its root."""
    spec = importlib.util.find_spec("aiogram")
    if "aiogram" in sys.modules or spec is None:
        yield
        return
    root = ModuleType("aiogram")
    root.__path__ = list(spec.submodule_search_locations or ())
    sys.modules["aiogram"] = root
    try:
        yield
    finally:
        del sys.modules["aiogram"]


@contextlib.contextmanager
def _nothing_built() -> Iterator[None]:
    """Let models be declared without building their validators."""
    config, build = BaseModel.model_config, BaseModel.__dict__["model_rebuild"]
    BaseModel.model_config = ConfigDict(defer_build=True)
    setattr(BaseModel, "model_rebuild", classmethod(lambda _cls, **_: None))  # noqa: B010 - a method is no variable
    try:
        yield
    finally:
        BaseModel.model_config = config
        setattr(BaseModel, "model_rebuild", build)  # noqa: B010 - a method is no variable
