"""Named questions about the content of minutes that are files: what is awaited, what is kept."""

from __future__ import annotations

from sqlmodel import Session, col, delete, func, select, update

from bot.records.minutes import Minutes, MinutesStatus
from bot.records.minutes_file import MinutesFile

ATTEMPTS = 40
"""How often a file is asked for while Telegram is out of reach: for twenty minutes."""


def settle(session: Session, meeting_id: int) -> None:
    """Await the files of the versions that are out, and keep no other file of the meeting."""
    out = select(Minutes.file_id).where(
        Minutes.meeting_id == meeting_id, Minutes.status != MinutesStatus.DRAFT
    )
    wanted = {file_id for file_id in session.exec(out) if file_id}
    ours = select(MinutesFile.file_id).where(MinutesFile.meeting_id == meeting_id)
    known = set(session.exec(ours))
    session.exec(
        delete(MinutesFile).where(
            col(MinutesFile.meeting_id) == meeting_id, col(MinutesFile.file_id).in_(known - wanted)
        )
    )
    session.add_all(
        MinutesFile(meeting_id=meeting_id, file_id=one) for one in sorted(wanted - known)
    )


def next_one(session: Session) -> MinutesFile | None:
    """Take the file that has been asked for the fewest times, and count the attempt."""
    wanted = (
        select(MinutesFile)
        .where(col(MinutesFile.is_awaited).is_(True))
        .order_by(col(MinutesFile.attempts), col(MinutesFile.id))
    )
    one = session.exec(wanted.limit(1)).first()
    if one is not None:
        one.attempts += 1
        session.add(one)
        session.flush()
    return one


def keep(session: Session, row: int, content: bytes | None, *, is_awaited: bool) -> None:
    """Write down what came of fetching a file, unless the minutes were taken back meanwhile."""
    changed = update(MinutesFile).where(col(MinutesFile.id) == row)
    session.exec(changed.values(content=content, is_awaited=is_awaited))


def await_again(session: Session, meeting_id: int) -> None:
    """Ask anew for the files that could not be fetched."""
    lost = update(MinutesFile).where(
        col(MinutesFile.meeting_id) == meeting_id, col(MinutesFile.content).is_(None)
    )
    session.exec(lost.values(is_awaited=True, attempts=0))


def sizes(session: Session, meeting_id: int) -> dict[str, int]:
    """How many bytes are kept of each of a meeting's files, by Telegram's handle."""
    wanted = select(MinutesFile.file_id, func.length(MinutesFile.content)).where(
        MinutesFile.meeting_id == meeting_id, col(MinutesFile.content).is_not(None)
    )
    return {file_id: int(size) for file_id, size in session.exec(wanted)}


def content(session: Session, meeting_id: int, file_id: str) -> bytes:
    """Read a file that is kept; empty when it is not."""
    wanted = select(MinutesFile.content).where(
        MinutesFile.meeting_id == meeting_id, MinutesFile.file_id == file_id
    )
    return session.exec(wanted).first() or b""
