"""Makes the files that messages carry, one at a time, beside everything else.

Knows how a row holds a file, and how the library sends one.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from telegram import InputFile

from bot.exports import making

_HOW = frozenset({"base64", "make"})
"""What a row says of a file: its content, or the facts to make it from."""


class NotMadeError(Exception):
    """The file that was to be sent could not be made, so nothing has left us."""


class Workbench:
    """One place to work at, so that a crowd that wants files takes no more memory than one."""

    def __init__(self) -> None:
        """Begin with nothing made; the thread comes with the first file."""
        self._maker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="samklang-file")

    async def filled(self, parameters: Mapping[str, object]) -> dict[str, object]:
        """Put files in the place of what a row holds of them; raises NotMadeError."""
        filled = dict(parameters)
        for name, value in parameters.items():
            if isinstance(value, Mapping) and _HOW & value.keys():
                filled[name] = await self._upload(value)
        return filled

    async def _upload(self, file: Mapping[str, Any]) -> InputFile:
        if "make" in file:
            content = await self._made(file["make"])
        else:
            content = base64.b64decode(file["base64"])
        upload = InputFile(content, filename=str(file["name"]))
        upload.mimetype = str(file["kind"])
        return upload

    async def _made(self, facts: Mapping[str, object]) -> bytes:
        """Make a file; whatever goes wrong, it would go wrong again."""
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._maker, making.made, facts)
        except Exception as error:
            raise NotMadeError(type(error).__name__) from error
