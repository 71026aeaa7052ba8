"""A message longer than Telegram takes becomes several rows. Knows rows and the Bot API's names.

Each part is sent, refused or doubted by itself, in order because a chat's rows leave in order. The
buttons stand under the last.
"""

from __future__ import annotations

from bot.records.outgoing import OnDoubt, Outgoing
from bot.rules import parting


def of(row: Outgoing) -> list[Outgoing]:
    """Give the rows that together say what this one does; the row itself when it is short."""
    texts = _texts(row)
    if len(texts) == 1 or row.card_id is not None:
        return [row]
    more = [_part(row, text, number) for number, text in enumerate(texts[1:], 2)]
    last = more[-1]
    if row.method in _FILES:
        last.method, last.content = row.method, {**row.content, "caption": texts[-1]}
    elif markup := row.content.get("reply_markup"):
        last.content["reply_markup"] = markup
    _begins(row, texts[0])
    last.is_part = False
    return [row, *more]


def _texts(row: Outgoing) -> list[str]:
    """Part what a row says; a caption that is too long is said before its file."""
    if row.method in _FILES:
        caption = str(row.content.get("caption", ""))
        fits = len(parting.parted(caption, parting.CAPTION)) == 1
        return [caption] if fits else [*parting.parted(caption), ""]
    return parting.parted(str(row.content.get("text", "")))


def _begins(row: Outgoing, text: str) -> None:
    """Let a row say the first part only."""
    if row.method in _FILES:
        row.method = "sendMessage"
    kept = {name: row.content[name] for name in _OF_EACH if name in row.content}
    row.content, row.is_part = {**kept, "text": text}, True


def _part(row: Outgoing, text: str, number: int) -> Outgoing:
    """Make the row of a later part; an edit can only hold the first, so the rest are sent."""
    part = Outgoing.model_validate(row.model_dump(exclude={"id"}))
    part.key = f"{row.key}#{number}" if row.key else None
    part.method, part.is_part = "sendMessage", True
    if row.method.startswith("edit"):
        part.on_doubt = OnDoubt.RESEND
    part.content = {
        name: row.content[name] for name in _OF_EACH if name in row.content and name != "message_id"
    }
    part.content["text"] = text
    return part


_FILES = frozenset({"sendDocument", "sendPhoto"})
"""Methods whose text is a caption."""
_OF_EACH = ("message_id", "parse_mode", "link_preview_options", "disable_notification")
"""What every part has of the whole."""
