"""Composes a meeting: from a pasted invitation or from answers, checked before anyone sees it."""

from __future__ import annotations

from datetime import date
from typing import TypeGuard

from bot.deeds import seats, tallies, telling
from bot.events import Sent
from bot.invitation import extraction, reader
from bot.invitation.invitation import Invitation
from bot.records.meeting import Meeting, Status
from bot.rules import answers, authority, changes, drafting, reading, registration
from bot.rules.answers import Unclear
from bot.rules.authority import Deed
from bot.rules.drafting import Question
from bot.store import meetings, papers, registrations
from bot.token import Token, parse
from bot.turn import Turn
from bot.words.views import desk, doubting, listing, mishaps, reviewing, spoken
from bot.words.views import drafting as views

LONG_PASTE = 3900
"""Telegram cuts a text at 4,096 UTF-16 units; one nearly that long probably goes on."""
MOST_OCCASIONS = 12
MOST_TEXT = 60_000
"""Characters of an invitation that are kept, however many messages it came in."""


def new(turn: Turn, argument: str) -> None:
    """Begin a meeting; a text after /ny is the invitation."""
    if not authority.may(turn.person, Deed.COMPOSE):
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
    if not authority.may(turn.person, Deed.COMPOSE):
        turn.say(mishaps.only_organisers(turn.words))
        return
    begun = [one for one in meetings.drafts(turn.session, turn.me.id) if one.title or one.day]
    turn.say(listing.drafts(turn.words, begun))


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about a draft, or a change to an announced meeting."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or meeting.status in {Status.DISCARDED, Status.CANCELLED}:
        turn.toast(mishaps.gone(turn.words))
        turn.me.expects = None
        return
    if token.ask in drafting.BY_NAME:
        _take_fact(turn, meeting, token)
    elif token.ask == "change":
        _ask_change(turn, meeting, token.choice or "")
    elif token.ask in {"paste", "more"}:
        _take_more(turn, meeting, token)
    else:
        _take_step(turn, meeting, token.ask)


def _take_step(turn: Turn, meeting: Meeting, step: str) -> None:
    if step in {"compose", "ask"}:
        _next(turn, meeting)
    elif step == "discard" and meeting.status == Status.DRAFT:
        meeting.status, turn.me.expects = Status.DISCARDED, None
        turn.note("discarded", meeting)
        turn.redraw(views.discarded(turn.words))
    else:
        review(turn, meeting)


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
        turn.me.expects = str(Token("meet", meeting.id, "paste"))
        turn.say(views.not_an_invitation(turn.words, meeting))
        return
    first, *others = reading.occasions(read)
    _fill(turn, meeting, first, text)
    review(turn, meeting)
    if others:
        _draft_others(turn, meeting, others, text)
    elif len(text) >= LONG_PASTE:
        turn.me.expects = str(Token("meet", meeting.id, "more"))
    elif drafting.next_question(meeting):
        _next(turn, meeting)


def _draft_others(turn: Turn, meeting: Meeting, others: list[Invitation], text: str) -> None:
    """Begin a meeting for every other occasion that the text names."""
    begun = [meeting]
    for read in others[: MOST_OCCASIONS - 1]:
        draft = meetings.draft(turn.session, turn.me.id, turn.now)
        _fill(turn, draft, read, text)
        begun.append(draft)
    turn.say(views.several_occasions(turn.words, begun))


def _fill(turn: Turn, meeting: Meeting, read: Invitation, text: str) -> None:
    reading.fill(meeting, read, text)
    meetings.replace_agenda(turn.session, meeting.id, reading.points(read, meeting.id))
    _doubt_clashes(turn, meeting)
    turn.session.add(meeting)
    turn.note("read an invitation", meeting)


def _doubt_clashes(turn: Turn, meeting: Meeting) -> None:
    """Ask about a fact that cannot be, even when the text said it clearly."""
    found = drafting.clash(meeting, turn.now, turn.house.zone)
    if found is None or found[0] in meeting.doubts:
        return
    name, why = found
    quote = reviewing.fact_value(turn.words, meeting, name)
    doubt: dict[str, object] = {"reason": why, "options": [], "quote": quote}
    meeting.doubts = {**meeting.doubts, name: doubt}


def review(turn: Turn, meeting: Meeting) -> None:
    """Show the checked meeting as a new message, or in place of the tapped one."""
    turn.me.expects = None
    left = _left(meeting) if meeting.status == Status.DRAFT else []
    agenda = meetings.agenda(turn.session, meeting.id)
    turn.show(reviewing.review(turn.words, meeting, agenda, left))


def _left(meeting: Meeting) -> list[str]:
    """Name everything that still has to be asked, by asking the rules until they are silent."""
    tried = Meeting(**meeting.model_dump())
    left: list[str] = []
    while (asked := drafting.next_question(tried)) and asked.name not in left:
        left.append(asked.name)
        tried.waived = [*tried.waived, asked.name]
        drafting.settle(tried, asked.name)
    return left


def _next(turn: Turn, meeting: Meeting) -> None:
    """Ask the next question, or show the card when nothing is left to ask."""
    asked = drafting.next_question(meeting)
    if asked is None:
        review(turn, meeting)
    else:
        _ask(turn, meeting, asked)


def _ask(turn: Turn, meeting: Meeting, asked: Question) -> None:
    closing = answers.closing_days(meeting, turn.now, turn.house.zone)
    turn.ask(
        Token("meet", meeting.id, asked.name),
        views.question(turn.words, meeting, asked, closing=closing),
    )


def _ask_change(turn: Turn, meeting: Meeting, name: str) -> None:
    if name not in drafting.BY_NAME:
        turn.toast(mishaps.stale(turn.words))
        return
    _ask(turn, meeting, drafting.BY_NAME[name])


def _take_fact(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Write one fact down, or say what is unclear and ask again."""
    asked = drafting.BY_NAME[token.ask]
    if token.choice is None:
        _ask(turn, meeting, asked)
        return
    if not _may_answer(turn, meeting, token):
        turn.toast(mishaps.stale(turn.words))
        review(turn, meeting)
        return
    given = _as_choice(turn, asked, token.choice) if token.is_typed else token.choice
    outcome = answers.understand(asked, given, meeting, turn.now, turn.house.zone)
    if isinstance(outcome, Unclear):
        turn.ask(
            Token("meet", meeting.id, asked.name),
            doubting.unclear(turn.words, meeting, asked, outcome),
        )
        return
    before = changes.facts(meeting)
    _write(turn, meeting, asked, outcome.value)
    meeting.edition += 1
    turn.session.add(meeting)
    if meeting.status == Status.DRAFT:
        _next(turn, meeting)
    else:
        _after_change(turn, meeting, before, asked)


def _may_answer(turn: Turn, meeting: Meeting, token: Token) -> bool:
    """Whether this was asked: what people have been told is not changed by an old button."""
    is_draft = meeting.status == Status.DRAFT
    return is_draft or turn.me.expects == str(Token("meet", meeting.id, token.ask))


def _as_choice(turn: Turn, asked: Question, text: str) -> str:
    """Take a written label for its button, and a no for nothing where that is an answer."""
    labels = views.choice_labels(turn.words, asked)
    choice = spoken.chosen(labels, text)
    if choice is None and answers.NOTHING in labels and spoken.is_no(turn.words, text):
        return answers.NOTHING
    return choice or text


def _write(turn: Turn, meeting: Meeting, asked: Question, value: drafting.Value) -> None:
    if value is None:
        drafting.waive(meeting, asked.name)
    elif asked.name == "agenda":
        read = reader.read(f"Dagordning\n{value}", date.min)
        points = reading.points(read, meeting.id) or reading.plain_points(str(value), meeting.id)
        meetings.replace_agenda(turn.session, meeting.id, points)
        drafting.waive(meeting, "agenda")
    else:
        drafting.fill(meeting, asked.name, value)


def _after_seats(turn: Turn, meeting: Meeting) -> None:
    """Offer new seats; warn when there are fewer than are taken."""
    seats.promote(turn, meeting)
    hall = seats.hall(turn, meeting)
    if meeting.seats is not None and hall.held > meeting.seats:
        turn.say(desk.fewer_seats(turn.words, hall.held))


def _after_change(turn: Turn, meeting: Meeting, before: dict[str, object], asked: Question) -> None:
    """Tell those who registered what matters to them; the rest only shows on the cards."""
    turn.note(f"changed {asked.name}", meeting)
    turn.me.expects = None
    names = changes.changed(before, meeting)
    if changes.must_be_told(names):
        meeting.sequence += 1
        telling.change(turn, meeting, changes.written(before, names))
        live = [
            one
            for one in registrations.all_of(turn.session, meeting.id)
            if one.standing in registration.LIVE
        ]
        unreached = tallies.unreached(turn, meeting)
        turn.show(desk.change_told(turn.words, meeting, len(live) - len(unreached), unreached))
    else:
        turn.toast(desk.change_saved(turn.words))
        review(turn, meeting)
    if asked.name == "seats":
        _after_seats(turn, meeting)
    telling.replan(turn, meeting)
    _ask_what_follows(turn, meeting, asked)


def _ask_what_follows(turn: Turn, meeting: Meeting, changed: Question) -> None:
    """Ask for the link of a meeting that moved online, and for a last day that came too late."""
    if drafting.clash(meeting, turn.now, turn.house.zone) == ("closes_on", "after_the_meeting"):
        _ask(turn, meeting, drafting.BY_NAME["closes_on"])
    elif changed.name == "form" and (asked := drafting.next_question(meeting)):
        _ask(turn, meeting, asked)
