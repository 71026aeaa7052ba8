"""Begins a meeting: from a pasted invitation, from a file, or from nothing."""

from __future__ import annotations

from typing import TypeGuard

from bot.deeds import composing
from bot.events import Sent
from bot.invitation import extraction, reader
from bot.invitation.invitation import Invitation
from bot.records.meeting import Meeting, Status
from bot.rules import drafting, reading
from bot.rules.authority import Deed
from bot.store import meetings, papers
from bot.token import Token, parse
from bot.turn import Turn
from bot.words.views import drafting as views
from bot.words.views import listing, mishaps

LONG_PASTE = 3900
"""Telegram cuts a text at 4,096 UTF-16 units; one nearly that long probably goes on."""
MOST_OCCASIONS = 12
MOST_TEXT = 60_000
"""Characters of an invitation that are kept, however many messages it came in."""


def new(turn: Turn, argument: str) -> None:
    """Begin a meeting; a text after /ny is the invitation."""
    if not turn.may(Deed.COMPOSE):
        turn.say(mishaps.only_organisers(turn.words))
        return
    begun = meetings.draft(turn.session, turn.me.id, turn.now)
    if argument:
        _take_paste(turn, begun, argument)
    else:
        turn.ask(Token("meet", begun.id, "paste"), views.begin(turn.words, begun))


def paste(turn: Turn, text: str) -> None:
    """Take a long text from an organiser for an invitation, although nobody asked for one."""
    _take_paste(turn, meetings.draft(turn.session, turn.me.id, turn.now), text)


def take_file(turn: Turn, sent: Sent) -> None:
    """Keep a file to be read; fetching it takes time, and others should not wait."""
    if sent.file_size > extraction.LARGEST:
        turn.say(views.unreadable_file(turn.words, sent.file_name))
        return
    papers.keep(turn.session, turn.me.id, sent.file_id, sent.file_name, turn.now)
    turn.say(views.reading_file(turn.words, sent.file_name))


def take_paper(turn: Turn, name: str, text: str | None) -> None:
    """Go on with the words of a file; None when it could not be read."""
    if text is None:
        turn.say(views.unreadable_file(turn.words, name))
        return
    standing = parse(turn.me.expects or "")
    meeting = meetings.get(turn.session, standing.row) if _awaits_paste(standing) else None
    begun = meeting or meetings.draft(turn.session, turn.me.id, turn.now)
    _take_paste(turn, begun, text)


def _awaits_paste(token: Token | None) -> TypeGuard[Token]:
    return token is not None and (token.what, token.ask) == ("meet", "paste")


def drafts(turn: Turn, _argument: str) -> None:
    """List the meetings that are begun but not announced."""
    if not turn.may(Deed.COMPOSE):
        turn.say(mishaps.only_organisers(turn.words))
        return
    begun = [one for one in meetings.drafts(turn.session, turn.me.id) if one.title or one.day]
    turn.say(listing.drafts(turn.words, begun))


def answer(turn: Turn, token: Token) -> None:
    """Take a step with a draft: paste more, be asked, see it, look for more choices, leave it."""
    meeting = composing.opened(turn, token)
    if meeting is None:
        return
    if token.ask in {"paste", "more"}:
        _take_more(turn, meeting, token)
    elif token.ask in {"compose", "ask"}:
        composing.go_on(turn, meeting)
    elif token.ask == "choices":
        composing.choices(turn, meeting)
    elif token.ask == "discard" and meeting.status == Status.DRAFT:
        meeting.status, turn.me.expects = Status.DISCARDED, None
        turn.note("discarded", meeting)
        turn.redraw(views.discarded(turn.words))
    else:
        composing.review(turn, meeting)


def _take_more(turn: Turn, meeting: Meeting, token: Token) -> None:
    if token.choice is None:
        turn.ask(Token("meet", meeting.id, "paste"), views.begin(turn.words, meeting))
    elif meeting.status == Status.DRAFT:
        whole = "\n".join(part for part in (meeting.source, token.choice) if part)
        _take_paste(turn, meeting, whole)


def _take_paste(turn: Turn, meeting: Meeting, text: str) -> None:
    """Read an invitation into the draft, and show what was found before asking the rest."""
    text = text[:MOST_TEXT]
    read = reader.read(text, turn.now.astimezone(turn.house.zone).date())
    if read.title.value is None and not read.day.value and not read.day.options:
        turn.await_answer(Token("meet", meeting.id, "paste"))
        turn.say(views.not_an_invitation(turn.words, meeting))
        return
    first, *others = reading.occasions(read)
    _fill(turn, meeting, first, text)
    composing.review(turn, meeting)
    if others:
        _draft_others(turn, meeting, others, text)
    elif len(text) >= LONG_PASTE:
        turn.await_answer(Token("meet", meeting.id, "more"))
    elif drafting.next_question(meeting):
        composing.go_on(turn, meeting)


def _draft_others(turn: Turn, meeting: Meeting, others: list[Invitation], text: str) -> None:
    """Begin a meeting for every other occasion that the text names."""
    # A text that names several days is one meeting held several times, until she says otherwise.
    meeting.picks_one = True
    begun = [meeting]
    for read in others[: MOST_OCCASIONS - 1]:
        draft = meetings.draft(turn.session, turn.me.id, turn.now)
        _fill(turn, draft, read, text)
        draft.series, draft.picks_one = meeting.id, True
        begun.append(draft)
    turn.say(views.several_occasions(turn.words, begun))


def _fill(turn: Turn, meeting: Meeting, read: Invitation, text: str) -> None:
    reading.fill(meeting, read, text)
    meetings.replace_agenda(turn.session, meeting.id, reading.points(read, meeting.id))
    composing.doubt_clash(turn, meeting)
    turn.session.add(meeting)
    turn.note("read an invitation", meeting)
