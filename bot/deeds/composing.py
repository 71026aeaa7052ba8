"""A meeting under way: shows the checked card, asks what is left, and marks what cannot be."""

from __future__ import annotations

from bot.records.meeting import Meeting, Status
from bot.rules import answers, clashes, drafting
from bot.rules.drafting import Question
from bot.store import meetings, theme_groups
from bot.token import Token
from bot.turn import Turn
from bot.words.texts import LANGUAGES
from bot.words.views import drafting as views
from bot.words.views import mishaps, reviewing


def opened(turn: Turn, token: Token) -> Meeting | None:
    """Find the meeting a token is about, under its lock; None once it is gone, and that is said."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or meeting.status in {Status.DISCARDED, Status.CANCELLED}:
        turn.toast(mishaps.gone(turn.words))
        turn.me.expects = None
        return None
    touch(turn, meeting)
    return meeting


def touch(turn: Turn, meeting: Meeting) -> None:
    """Note that someone goes on with a draft, so that it is kept."""
    if meeting.status == Status.DRAFT:
        meeting.touched_at, meeting.fades_at = turn.now, None
        turn.session.add(meeting)


def review(turn: Turn, meeting: Meeting) -> None:
    """Show the checked meeting as a new message, or in place of the tapped one."""
    turn.me.expects = None
    left = drafting.left(meeting) if meeting.status == Status.DRAFT else []
    agenda = meetings.agenda(turn.session, meeting.id)
    group = theme_groups.get(turn.session, meeting.theme_group_id or 0)
    turn.show(reviewing.review(turn.words, meeting, agenda, left, group))


def choices(turn: Turn, meeting: Meeting) -> None:
    """Show what most meetings do without, with the texts in other languages last."""
    turn.me.expects = None
    group = theme_groups.get(turn.session, meeting.theme_group_id or 0)
    has_groups = group is not None or bool(theme_groups.everyone(turn.session))
    languages = other_languages(turn)
    turn.show(reviewing.choices(turn.words, meeting, languages, group, has_groups=has_groups))


def other_languages(turn: Turn) -> list[str]:
    """Name the languages that a meeting can have a text of its own in."""
    own = turn.house.settings.network.language
    return [tag for tag in LANGUAGES if tag != own]


def go_on(turn: Turn, meeting: Meeting) -> None:
    """Ask the next question, or show the card when nothing is left to ask."""
    asked = drafting.next_question(meeting)
    if asked is None:
        review(turn, meeting)
    else:
        ask(turn, meeting, asked)


def ask(turn: Turn, meeting: Meeting, asked: Question) -> None:
    """Ask one question about a meeting; a text written next is its answer."""
    closing = answers.closing_days(meeting, turn.now, turn.house.zone)
    turn.ask(
        Token("meet", meeting.id, asked.name),
        views.question(turn.words, meeting, asked, closing=closing),
    )


def doubt_clash(turn: Turn, meeting: Meeting) -> None:
    """Ask about a fact that cannot be, even when the text said it clearly."""
    found = clashes.clash(meeting, turn.now, turn.house.zone)
    if found is None or found[0] in meeting.doubts:
        return
    name, why = found
    doubt: dict[str, object] = {
        "reason": why,
        "options": list(clashes.clocks_instead(meeting, name, turn.house.zone)),
        "quote": reviewing.fact_value(turn.words, meeting, name),
    }
    meeting.doubts = {**meeting.doubts, name: doubt}
    turn.session.add(meeting)
