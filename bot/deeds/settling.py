"""Brings a registration to its end: the next question, or the confirmation."""

from __future__ import annotations

from dataclasses import replace

from bot.deeds import catching_up, naming, noting, parties, questions
from bot.records.meeting import Meeting
from bot.records.registration import Part, Registration, Standing
from bot.rules import attendance, party, registration, times
from bot.rules.authority import Deed
from bot.rules.party import Subject
from bot.rules.registration import Asked
from bot.store import needs, people
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import hand_entries as hand_views
from bot.words.views import noted
from bot.words.views import parties as party_views
from bot.words.views import registration as views


def subject(turn: Turn, meeting: Meeting, mine: Registration) -> Subject:
    """Say whom a registration is about, to the one who speaks."""
    if mine.person_id == turn.me.id:
        return party.oneself(meeting.id)
    return party.colleague(mine, name_of(turn, mine))


def name_of(turn: Turn, mine: Registration) -> str:
    """Give the name of the one who is registered."""
    person = people.get(turn.session, mine.person_id)
    return (person.name if person else None) or "–"


def question(turn: Turn, meeting: Meeting, mine: Registration, asked: Asked) -> Message:
    """Word one question to the person who answers it."""
    return questions.question(turn, meeting, mine, asked, subject(turn, meeting, mine))


def go_on(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Ask the next question in the place of the answered one, or confirm."""
    asked = registration.next_question(mine, meeting, needs.answered(turn.session, mine.id))
    if asked is None:
        _thank(turn, mine)
        confirm(turn, meeting, mine)
        return
    token = subject(turn, meeting, mine).asked(asked)
    turn.ask(token, question(turn, meeting, mine, asked), about=meeting)


def _thank(turn: Turn, mine: Registration) -> None:
    """Stand where the last question stood, and offer to keep the answers for next time."""
    keep = str(Token("usual", mine.id, "keep")) if noting.may_be_kept(turn, mine) else None
    if keep is not None or (turn.tapped_message is not None and not turn.drew):
        turn.show(noted.thanks(turn.words, keep))


def confirm(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Send the confirmation as a message of its own, so that it can be found again."""
    turn.me.expects = None
    about = subject(turn, meeting, mine)
    if about.name:
        _confirm_guest(turn, meeting, mine, about)
        return
    may = registration.may_change(mine, meeting, turn.now, turn.house.zone)
    open_until = times.changes_end_at(meeting, turn.house.zone) if may else None
    answers, who = _answers(turn, meeting, mine), contact(turn, meeting)
    turn.say(views.confirmation(turn.words, meeting, answers, who, open_until), about=meeting)
    catching_up.catch_up(turn, meeting, mine)
    naming.ask_once(turn, meeting)


def _confirm_guest(turn: Turn, meeting: Meeting, mine: Registration, about: Subject) -> None:
    """Confirm to the one who registered a colleague; an organiser is led back to the list."""
    shown = _guest(turn, meeting, mine, about)
    may = may_change(turn, meeting, mine)
    settled = party_views.settled(turn.words, meeting, shown, may_change=may)
    if turn.may(Deed.REGISTER_OTHERS, meeting):
        kept = (hand_views.list_button(turn.words, meeting),)
        settled = replace(settled, rows=(*settled.rows, kept))
    turn.say(settled)


def _answers(turn: Turn, meeting: Meeting, mine: Registration) -> views.Answers:
    """Gather what she has answered; of food and needs only whether something was said."""
    given = needs.of(turn.session, turn.house.keys, mine.id)
    return views.Answers(
        attends=mine.attends,
        noted=frozenset(kind for kind, wish in given.items() if not wish.is_nothing),
        nothing=frozenset(kind for kind, wish in given.items() if wish.is_nothing),
        part=Part(mine.part) if mine.part else None,
        fellows=parties.fellows(turn, meeting),
        has_guests=bool(parties.guests(turn, meeting)),
        is_reminded=catching_up.will_be_reminded(turn, meeting),
        book_before=questions.still_bookable_until(turn, meeting),
    )


def may_change(turn: Turn, meeting: Meeting, mine: Registration) -> bool:
    """Whether the one who speaks may change answers: an organiser also after the last day.

    Her own answers follow the rules that hold for everyone.
    """
    if registration.may_change(mine, meeting, turn.now, turn.house.zone):
        return True
    is_over = registration.is_over(meeting, turn.now, turn.house.zone)
    is_another = mine.person_id != turn.me.id
    return is_another and not is_over and turn.may(Deed.REGISTER_OTHERS, meeting)


def _guest(turn: Turn, meeting: Meeting, mine: Registration, about: Subject) -> party_views.Guest:
    """Show a colleague who has a seat as the one who registered her sees her."""
    person = people.get(turn.session, mine.person_id)
    return party_views.Guest(
        about=about,
        standing=Standing(mine.standing),
        part=Part(mine.part) if mine.part else None,
        can_rename=person is not None and person.telegram_id is None,
        has_code=person is not None and attendance.is_passed_on(mine, person, meeting),
    )


def contact(turn: Turn, meeting: Meeting) -> str:
    """Say who answers questions: the meeting's own contact, else the network's."""
    return meeting.contact or turn.house.settings.network.contact
