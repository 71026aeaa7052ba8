"""Takes an organiser's answer to one question about a meeting, before or after it is announced."""

from __future__ import annotations

from datetime import date

from bot.deeds import (
    agendas,
    colliding,
    composing,
    copying,
    following,
    owing,
    seats,
    tallies,
    telling,
)
from bot.invitation import reader
from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting, Status
from bot.rules import answers, changes, clashes, drafting, reading, registration
from bot.rules.answers import Unclear
from bot.rules.authority import Deed
from bot.rules.drafting import Question
from bot.store import meetings, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.views import comfort, desk, mishaps, spoken
from bot.words.views import drafting as views
from bot.words.views import series_changes as series_views


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about one fact, or ask for it."""
    meeting = composing.opened(turn, token)
    if meeting is None:
        return
    name = token.choice or "" if token.ask in {"change", "mine"} else token.ask
    asked = drafting.question(name)
    if asked is None:
        turn.toast(mishaps.stale(turn.words))
    elif token.ask == "change" or token.choice is None:
        composing.ask(turn, meeting, asked)
    elif not _may_answer(turn, meeting, asked):
        turn.toast(mishaps.stale(turn.words))
        composing.review(turn, meeting)
    elif "mine" in {token.ask, chosen := colliding.chosen(turn, token)}:
        _insist(turn, meeting, asked)
    elif chosen == "theirs":
        composing.review(turn, meeting)
    else:
        read = _as_choice(turn, asked, token.choice) if token.is_typed else token.choice
        _take_fact(turn, meeting, asked, read)


def _insist(turn: Turn, meeting: Meeting, asked: Question) -> None:
    """Take what she wrote before she saw that a colleague had changed the same thing."""
    kept, turn.me.typed = turn.me.typed, None
    if kept is None:
        turn.toast(mishaps.stale(turn.words))
        composing.review(turn, meeting)
        return
    _take_fact(turn, meeting, asked, kept)


def _take_fact(turn: Turn, meeting: Meeting, asked: Question, given: str) -> None:
    """Write one fact down, or say what is unclear and ask again."""
    outcome = answers.understand(asked, given, meeting, turn.now, turn.house.zone)
    other = colliding.other(turn, meeting, asked)
    if isinstance(outcome, Unclear):
        colliding.ask_again(turn, meeting, asked, outcome, is_seen=other is None)
        return
    if other is not None:
        colliding.show_newer(turn, meeting, asked, given, other)
        return
    turn.me.typed = None
    before = changes.facts(meeting)
    _write(turn, meeting, asked, outcome.value)
    meeting.edition += 1
    turn.session.add(meeting)
    if meeting.status == Status.DRAFT:
        if asked.name == "day":
            copying.follow_day(turn, meeting)
        colliding.note_draft(turn, meeting, asked)
        _after_answer(turn, meeting, asked)
        _offer_to_carry(turn, meeting, asked, before)
    else:
        _after_change(turn, meeting, before, asked)


def _may_answer(turn: Turn, meeting: Meeting, asked: Question) -> bool:
    """Whether this was asked: what people have been told is not changed by an old button."""
    is_draft = meeting.status == Status.DRAFT
    return is_draft or turn.me.expects == str(Token("meet", meeting.id, asked.name))


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


def _after_answer(turn: Turn, meeting: Meeting, asked: Question) -> None:
    """Go on composing; what was looked for among the choices leads back to them."""
    _doubt_hour(turn, meeting)
    if drafting.is_choice(asked.name):
        composing.choices(turn, meeting)
    else:
        composing.go_on(turn, meeting)


def _doubt_hour(turn: Turn, meeting: Meeting) -> bool:
    """Whether a clock is now shown twice that day, and which is meant has to be asked."""
    found = clashes.clash(meeting, turn.now, turn.house.zone)
    if found is None or found[1] != "shown_twice":
        return False
    composing.doubt_clash(turn, meeting)
    return True


def _after_seats(turn: Turn, meeting: Meeting) -> None:
    """Offer new seats; warn when there are fewer than are taken."""
    seats.promote(turn, meeting)
    for side in registration.sides(meeting):
        hall, seated = seats.hall(turn, meeting, side), registration.seats(meeting, side)
        if seated is not None and hall.held > seated:
            turn.say(desk.fewer_seats(turn.words, hall.held))


def _after_change(turn: Turn, meeting: Meeting, before: dict[str, object], asked: Question) -> None:
    """Tell those who registered what matters to them; the rest only shows on the cards."""
    turn.note("changed", meeting, asked.name)
    turn.me.expects = None
    if told := following.publish(turn, meeting, before):
        _say_who_hears(turn, meeting, told)
    else:
        turn.toast(desk.change_saved(turn.words))
        composing.review(turn, meeting)
    if asked.name in {"seats", "online_seats"}:
        _after_seats(turn, meeting)
    telling.replan(turn, meeting)
    if asked.name in {"start", "end"} and agendas.is_outside(turn, meeting):
        turn.say(agendas.overview(turn, meeting), about=meeting)
    has_moved = before["place"] != meeting.place
    _ask_what_follows(turn, meeting, asked, has_moved=has_moved)
    _offer_to_carry(turn, meeting, asked, before)


def _say_who_hears(turn: Turn, meeting: Meeting, told: Broadcast) -> None:
    """Count those the change matters to, and name those who must be called."""
    live = [
        one
        for one in registrations.all_of(turn.session, meeting.id)
        if one.standing in registration.LIVE
    ]
    hear = {one.person_id for one in owing.concerned(turn, told, meeting, live)}
    unreached = tallies.unreached(turn, meeting, hear)
    turn.show(desk.change_told(turn.words, meeting, len(hear) - len(unreached), unreached))


def _offer_to_carry(
    turn: Turn, meeting: Meeting, asked: Question, before: dict[str, object]
) -> None:
    """Ask whether the change holds for the later occasions of its series too."""
    later = following.rest(turn, meeting, Deed.CHANGE)
    if not later:
        return
    stood = before.get("day")
    shift = (meeting.day - stood).days if meeting.day and isinstance(stood, date) else 0
    shift = shift if asked.name == "day" else 0
    message = series_views.ask_follow(turn.words, meeting, asked.name, shift, len(later))
    turn.say(message, about=meeting)


def _ask_what_follows(turn: Turn, meeting: Meeting, changed: Question, *, has_moved: bool) -> None:
    """Ask what the change has made untrue.

    A last day too late, an hour shown twice, no link, or parking and lift of another house.
    """
    if _doubt_hour(turn, meeting):
        composing.go_on(turn, meeting)
        return
    late = [
        name
        for name, why in clashes.clashes(meeting, turn.now, turn.house.zone)
        if why == "after_the_meeting"
    ]
    asked = drafting.question(late[0]) if late else None
    if asked is None and changed.name == "form":
        asked = drafting.next_question(meeting)
    if asked is not None:
        composing.ask(turn, meeting, asked)
    elif has_moved and meeting.accessibility:
        turn.ask(Token("meet", meeting.id, "holds"), comfort.ask(turn.words, meeting))
