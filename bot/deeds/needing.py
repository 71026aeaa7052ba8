"""Lets a person choose what she eats and needs: first her yes, then choices, then Done."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.deeds import booking, late, noting, questions, settling
from bot.records.meeting import Meeting
from bot.records.need import Need, NeedKind
from bot.records.registration import Registration
from bot.rules import needs as rule
from bot.rules.needs import Wish
from bot.store import needs, usuals
from bot.token import Token
from bot.turn import Turn
from bot.words.views import late as late_views
from bot.words.views import mishaps, noted, spoken
from bot.words.views import needs as views
from bot.words.views.asking import Booked
from bot.words.views.needs import Asking

BETWEEN_CHOICES = re.compile(r"\s*[,;&+]\s*|\s+(?:och|and|ja)\s+")
"""What stands between choices when they are written."""


@dataclass(frozen=True, slots=True)
class Case:
    """One of the two questions to one person about one registration."""

    turn: Turn
    meeting: Meeting
    mine: Registration
    kind: NeedKind

    @property
    def asking(self) -> Asking:
        """What the question's text has to tell."""
        about = settling.subject(self.turn, self.meeting, self.mine)
        return questions.asking(self.turn, self.meeting, self.mine, self.kind, about)

    @property
    def token(self) -> Token:
        """The token a text written next is an answer to."""
        return settling.subject(self.turn, self.meeting, self.mine).asked(str(self.kind))

    @property
    def need(self) -> Need:
        """The row of the answer, perhaps a new one."""
        return needs.begun(self.turn.session, self.mine, self.kind)


def is_choosing(turn: Turn, mine: Registration, kind: NeedKind) -> bool:
    """Whether she has said yes to answering and has not finished."""
    need = needs.row(turn.session, mine.id, kind)
    return need is not None and need.draft is not None


def begin(turn: Turn, meeting: Meeting, mine: Registration, kind: NeedKind) -> None:
    """Ask anew; one who has agreed to this text before goes straight to the choices."""
    case = Case(turn, meeting, mine, kind)
    need = case.need
    if need.consent == views.CONSENT:
        needs.choose(turn.session, turn.house.keys, need, rule.NOTHING)
        _show_choices(case, need)
    else:
        turn.ask(case.token, views.ask(turn.words, case.asking), about=meeting)


def take(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> None:
    """Take a tap or a text about food or needs."""
    case = Case(turn, meeting, mine, NeedKind(token.ask))
    choice = token.choice or ""
    if token.is_typed:
        _written(case, choice)
    elif choice in OPENING:
        OPENING[choice](case)
    elif not is_choosing(turn, mine, case.kind):
        turn.toast(mishaps.stale(turn.words))
        turn.ask(case.token, views.ask(turn.words, case.asking), about=meeting)
    elif choice in CHOOSING:
        CHOOSING[choice](case)
    elif choice in rule.CHOICES[case.kind]:
        _toggle(case, choice)
    else:
        turn.toast(mishaps.stale(turn.words))
        _show_choices(case, case.need)


def _nothing(case: Case) -> None:
    _settle(case, case.need, rule.NOTHING)


def _agree(case: Case) -> None:
    """Take her yes, with the text's version and the hour, before anything is stored."""
    turn, need = case.turn, case.need
    needs.agree(turn.session, need, views.CONSENT, turn.now)
    if need.draft is None:
        needs.choose(turn.session, turn.house.keys, need, rule.NOTHING)
    _show_choices(case, need)


def _same(case: Case) -> None:
    """Take what she has kept from last time; it is hers alone to choose."""
    turn = case.turn
    kept = _kept(case)
    if kept is None:
        turn.toast(mishaps.stale(turn.words))
        turn.ask(case.token, views.ask(turn.words, case.asking), about=case.meeting)
        return
    need = case.need
    needs.agree(turn.session, need, views.CONSENT, turn.now)
    usuals.use(turn.session, case.mine.person_id, turn.now)
    _settle(case, need, kept)


def _look(case: Case) -> None:
    kept = _kept(case)
    w = case.turn.words
    told = mishaps.stale(w) if kept is None else views.last_time(w, case.kind, kept)
    case.turn.toast(told, alert=True)


def _kept(case: Case) -> Wish | None:
    turn = case.turn
    if case.mine.person_id != turn.me.id:
        return None
    return usuals.of(turn.session, turn.house.keys, turn.me.id).get(case.kind)


def _toggle(case: Case, choice: str) -> None:
    need, keys = case.need, case.turn.house.keys
    wish = rule.toggled(needs.draft(keys, need), case.kind, choice)
    needs.choose(case.turn.session, keys, need, wish)
    _show_choices(case, need)


def _show_choices(case: Case, need: Need) -> None:
    """Show what can be chosen and what is, and remember where that stands."""
    turn = case.turn
    need.drawn_in = turn.tapped_message
    turn.session.add(need)
    wish = needs.draft(turn.house.keys, need)
    turn.ask(case.token, views.choose(turn.words, case.asking, wish), about=case.meeting)


def _choose_on(case: Case) -> None:
    _show_choices(case, case.need)


def _other(case: Case) -> None:
    about = settling.subject(case.turn, case.meeting, case.mine)
    case.turn.ask(case.token, views.ask_words(case.turn.words, case.kind, about))


def _done(case: Case) -> None:
    wish = needs.draft(case.turn.house.keys, case.need)
    if wish.is_nothing:
        case.turn.toast(views.choose_something(case.turn.words), alert=True)
    else:
        _settle(case, case.need, wish)


def _keep(case: Case) -> None:
    """Stop choosing: an earlier answer stands, and without one the question is asked again."""
    needs.leave(case.turn.session, case.need)
    settling.go_on(case.turn, case.meeting, case.mine)


OPENING: dict[str, Callable[[Case], None]] = {
    "none": _nothing,
    "skip": _nothing,
    "agree": _agree,
    "same": _same,
    "look": _look,
}
CHOOSING: dict[str, Callable[[Case], None]] = {
    "other": _other,
    "back": _choose_on,
    "done": _done,
    "keep": _keep,
}


def _written(case: Case, text: str) -> None:
    """Take a written label for its button; other words are only stored after her yes."""
    turn, asking = case.turn, case.asking
    choosing = is_choosing(turn, case.mine, case.kind)
    named = views.choosing_labels if choosing else views.opening_labels
    label = spoken.chosen(named(turn.words, asking), text)
    if label is None and spoken.is_no(turn.words, text):
        label = "none"
    elif label is None and not choosing and spoken.is_yes(turn.words, text):
        label = "agree"
    if label in OPENING or (choosing and label in CHOOSING):
        (OPENING | CHOOSING)[label](case)
        return
    turn.delete_heard()
    if choosing:
        _take_words(case, text)
    else:
        turn.ask(case.token, noted.not_saved(turn.words, views.ask(turn.words, asking)))


def _take_words(case: Case, text: str) -> None:
    """Take what she wrote as the end of her answer, and clear the choices from the chat."""
    turn, need = case.turn, case.need
    wish = _understood(case, needs.draft(turn.house.keys, need), text)
    turn.tapped_message = need.drawn_in
    turn.show(noted.words_noted(turn.words))
    _settle(case, need, wish)


def _understood(case: Case, so_far: Wish, text: str) -> Wish:
    """Read a list of labels as choices; anything else is kept in her own words."""
    labels = views.labels(case.turn.words, case.kind)
    found = [spoken.chosen(labels, part) for part in BETWEEN_CHOICES.split(text)]
    if None in found:
        return rule.with_words(so_far, text)
    chosen = rule.chosen(case.kind, [one for one in found if one is not None])
    return rule.with_words(rule.chosen(case.kind, {*so_far.chosen, *chosen.chosen}), so_far.words)


def _settle(case: Case, need: Need, wish: Wish) -> None:
    """Write the answer down and go on; a late change is put to the organiser instead."""
    turn, meeting, mine = case.turn, case.meeting, case.mine
    turn.me.expects = None
    may = settling.may_change(turn, meeting, mine)
    before = needs.of(turn.session, turn.house.keys, mine.id).get(case.kind)
    # To take back what one has told is never too late.
    if before is not None and not may and not wish.is_nothing:
        late.ask_to_change_need(turn, meeting, mine, need, wish)
        turn.show(late_views.change_asked(turn.words, meeting))
        return
    noting.note(turn, meeting, mine, need, wish)
    settling.go_on(turn, meeting, mine)
    _warn_if_late(case, Booked(wish, before or rule.NOTHING))


def _warn_if_late(case: Case, booked: Booked) -> None:
    turn = case.turn
    ends = questions.booking_ends_at(turn, case.meeting)
    is_access = case.kind == NeedKind.ACCESS
    if is_access and ends is not None and booking.is_too_late(turn, case.meeting, booked):
        turn.say(late_views.late_to_book(turn.words, ends), about=case.meeting)
