"""What someone asks to have kept for next time: only then, locked with her own key, hers to end."""

from __future__ import annotations

import json
from datetime import date

from sqlmodel import select

from bot.records.meeting import Meeting
from bot.records.need import NeedKind
from bot.records.usual import Usual
from bot.rules.needs import Wish
from bot.simulator.cast import Player
from bot.store import needs
from bot.words.views.needs import CONSENT
from tests.town import Town, tells


def _tells_once(sara: Player) -> None:
    """Let Sara answer at her first meeting."""
    sara.taps("Anmäl mig")
    tells(sara, "Veganskt", "Glutenfritt")
    sara.taps("Nej tack")


def _second(town: Town, karin: Player) -> Meeting:
    return town.announces(karin, title="Vinterträffen", day=date(2026, 12, 12))


def _usuals(town: Town) -> list[Usual]:
    with town.store.reading() as session:
        return list(session.exec(select(Usual)))


def _eaten(town: Town, meeting: Meeting) -> list[Wish]:
    with town.store.reading() as session:
        told = needs.wishes(session, town.keys, meeting.id, NeedKind.FOOD)
        return [wish for _, wish in told]


def test_nothing_is_kept_unless_she_asks(town: Town) -> None:
    """The next meeting asks as if she had never answered."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    second = _second(town, karin)

    town.presses(sara, f"come:{second.id}:yes")

    assert [] == _usuals(town)
    sara.sees_no_button("Ja, samma som förra gången", message=sara.last)


def test_next_time_one_tap_is_enough(town: Town) -> None:
    """She asked for it, it is sealed with a key of hers, and the text she agreed to is noted."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    sara.taps("Spara till nästa gång")
    sara.sees("Jag har sparat dina svar till nästa gång")
    second = _second(town, karin)
    town.presses(sara, f"come:{second.id}:yes")

    sara.taps("Ja, samma som förra gången")

    sara.sees("Behöver du något för att kunna vara med?")
    assert [Wish(("vegan", "gluten"))] == _eaten(town, second)
    [kept] = _usuals(town)
    assert CONSENT == kept.consent
    assert kept.consented_at < kept.used_at
    assert town.keys.unseal(second.id, kept.sealed) is None


def test_it_is_shown_only_when_she_asks_and_leaves_nothing(town: Town) -> None:
    """The words open in a window of their own; the chat never says them."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    sara.taps("Spara till nästa gång")
    second = _second(town, karin)
    town.presses(sara, f"come:{second.id}:yes")

    sara.taps("Visa vad det var")

    sara.sees_toast("Förra gången: veganskt, glutenfritt")
    said = [m.text for m in town.telegram.history(sara.place)]
    assert not any("veganskt" in text.lower() for text in said)


def test_the_offer_is_not_made_when_it_is_kept_already(town: Town) -> None:
    """One who has said the same again is not asked the same again."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    sara.taps("Spara till nästa gång")
    second = _second(town, karin)
    town.presses(sara, f"come:{second.id}:yes")
    sara.taps("Ja, samma som förra gången")

    sara.taps("Nej tack")

    history = town.telegram.history(sara.place)
    assert not any(b.text == "Spara till nästa gång" for m in history for b in m.buttons)


def test_one_tap_removes_it_with_its_key(town: Town) -> None:
    """From the message that told her it was kept; a copy of the row says nothing after that."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    sara.taps("Spara till nästa gång")
    [kept] = _usuals(town)

    sara.taps("Ta bort det jag har sparat")

    sara.sees("Borttaget. Jag sparar inga svar till nästa gång")
    assert [] == _usuals(town)
    assert town.keys.unseal_for(kept.person_id, kept.sealed) is None
    second = _second(town, karin)
    town.presses(sara, f"come:{second.id}:yes")
    sara.sees_no_button("Ja, samma som förra gången", message=sara.last)


def test_taking_back_what_she_told_reminds_of_what_is_kept_j3(town: Town) -> None:
    """What was told for a meeting and what is kept for the next are two things."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    sara.taps("Spara till nästa gång")
    sara.taps("Ta bort mat och behov")
    sara.sees("Det du har bett mig spara till nästa gång finns kvar")

    sara.taps("Ta bort det jag har sparat")

    assert [] == _usuals(town)


def test_old_and_forged_buttons_keep_nothing_f2_g1(town: Town) -> None:
    """Someone else's answers, or answers that are gone, are not kept by any button."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    town.announces(karin)
    _tells_once(sara)

    nils.forges("usual:1:keep")
    nils.sees_toast("Det finns inte kvar")
    nils.forges("usual:0:whatever")
    nils.sees_toast("Den knappen är gammal")
    nils.forges("come:1:food:same")
    sara.taps("Ta bort mat och behov")
    sara.taps("Spara till nästa gång")
    sara.sees_toast("Det finns inte kvar")

    assert [] == _usuals(town)


def test_a_button_for_what_is_no_longer_kept_is_old_f2(town: Town) -> None:
    """Removed meanwhile on another telephone: the question stands as without it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    sara.taps("Spara till nästa gång")
    second = _second(town, karin)
    town.presses(sara, f"come:{second.id}:yes")
    town.presses(sara, "usual:0:remove")

    for choice in ("look", "same"):
        sara.forges(f"come:{second.id}:food:{choice}")
        sara.sees_toast("Den knappen är gammal")

    assert [] == _eaten(town, second)


def test_what_nobody_uses_is_erased_in_time(town: Town) -> None:
    """A year without use, counted from the last one, and it goes with its key."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    sara.taps("Spara till nästa gång")

    town.moves(days=364)
    assert 1 == len(_usuals(town))
    town.moves(days=2)

    assert [] == _usuals(town)


def test_my_data_tells_what_is_kept_j7(town: Town) -> None:
    """It is listed with what else is saved."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    sara.taps("Spara till nästa gång")

    sara.writes("/minadata")
    sara.taps("Ja, med mat och behov")

    whole = json.loads(sara.document(".json"))
    assert "vegan" in json.dumps(whole["kept_for_next_time"])


def test_erasing_takes_it_too_j1(town: Town) -> None:
    """Nothing is kept for one who is forgotten, and nothing can open a copy of it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    _tells_once(sara)
    sara.taps("Spara till nästa gång")
    [kept] = _usuals(town)
    sara.writes("/radera")

    sara.taps("Ja, ta bort det")

    assert [] == _usuals(town)
    assert town.keys.unseal_for(kept.person_id, kept.sealed) is None
