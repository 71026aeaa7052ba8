"""Two organisers change the same fact: the second sees the first's, and loses nothing she wrote."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.rules.answers import Unclear
from bot.rules.drafting import Question
from bot.store import audits, meetings
from bot.store.audits import Entry
from bot.token import Token
from bot.turn import Turn
from bot.words.views import colliding as views
from bot.words.views import doubting, reviewing, spoken


def other(turn: Turn, meeting: Meeting, asked: Question) -> Entry | None:
    """Find the colleague's change of this fact since it was asked for; None when there is none."""
    token = str(Token("meet", meeting.id, asked.name))
    if turn.me.expects != token or turn.me.asked_at is None:
        return None
    return audits.changed_since(
        turn.session, (meeting.id, asked.name), turn.me.asked_at, but_by=turn.me.id
    )


def ask_again(
    turn: Turn, meeting: Meeting, asked: Question, unclear: Unclear, *, is_seen: bool
) -> None:
    """Say what is unclear; what a colleague changed before is still to be shown."""
    since = turn.me.asked_at
    turn.ask(
        Token("meet", meeting.id, asked.name),
        doubting.unclear(turn.words, meeting, asked, unclear),
    )
    if not is_seen:
        turn.me.asked_at = since


def show_newer(turn: Turn, meeting: Meeting, asked: Question, given: str, found: Entry) -> None:
    """Show how it stands now beside what she wrote, and let her choose."""
    if asked.name == "agenda":
        points = meetings.agenda(turn.session, meeting.id)
        now = views.points(turn.words, points)
    else:
        now = reviewing.fact_value(turn.words, meeting, asked.name)
    turn.me.typed = given
    turn.ask(
        Token("meet", meeting.id, asked.name),
        views.newer(turn.words, meeting, asked, views.Newer(found.actor, now, given)),
    )


def chosen(turn: Turn, token: Token) -> str | None:
    """Read which of the two she chose, when she wrote the words of a button."""
    is_asked = turn.me.typed is not None and turn.me.expects == f"meet:{token.row}:{token.ask}"
    if not is_asked or not token.is_typed:
        return None
    return spoken.chosen(views.labels(turn.words), token.choice or "")


def note_draft(turn: Turn, meeting: Meeting, asked: Question) -> None:
    """Note who changed a draft, once more than the one who began it has worked on it."""
    actors = {entry.actor_id for entry in audits.of_meeting(turn.session, meeting.id)}
    if (actors | {turn.me.id}) - {None, meeting.created_by}:
        turn.note("changed", meeting, asked.name)
