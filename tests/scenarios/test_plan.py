"""A meeting's plan is one list, and an organiser can change what is told and when."""

from __future__ import annotations

from datetime import date

from bot.records.agenda import AgendaItem
from bot.simulator.cast import Player
from tests.town import Town


def _registered(town: Town) -> tuple[Player, Player]:
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    with town.store.transaction() as session:
        session.add(AgendaItem(meeting_id=meeting.id, position=0, title="Välkomna"))
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    sara.looks_away()
    _opens(karin)
    return karin, sara


def _opens(karin: Player) -> None:
    karin.looks_away()
    karin.writes("/moten")
    karin.taps("Dialogträff om kulturplanen")
    karin.taps("Se vilka som kommer")
    karin.taps("Plan")


def test_the_plan_is_one_list_in_order_of_time(town: Town) -> None:
    """What is done and what is to come, with hour and readers."""
    karin, _ = _registered(town)

    lines = karin.last.text.splitlines()

    karin.sees(
        "inbjudan, till: alla i nätverket. Klart.",
        "onsdag 25 november kl. 10.00: en påminnelse att svara, till dem som inte har svarat.",
        "fredag 27 november kl. 23.59: sista anmälningsdag.",
        "lördag 28 november kl. 10.00: dagordningen, till de anmälda.",
        "onsdag 2 december kl. 09.00: siffror till köket, från dig.",
        "fredag 4 december kl. 17.00: en påminnelse, till de anmälda.",
        "lördag 5 december kl. 10.00: mötet börjar.",
        "torsdag 10 december kl. 09.00: anteckningarna, från dig.",
    )
    assert lines.index(next(one for one in lines if "påminnelse att svara" in one)) < len(lines) - 3


def test_a_reminder_can_come_earlier_and_is_told_once(town: Town) -> None:
    """Karin wants it two days before at noon; the usual one does not come too."""
    karin, sara = _registered(town)
    karin.taps("Påminnelsen")
    karin.taps("Annan dag")
    karin.taps("torsdag 3 december (2 dagar före)")
    karin.taps("Annat klockslag")
    karin.writes("22")
    karin.sees("Från kl. 20.00 till 08.00 skickar jag inget", "Vilket klockslag?")
    karin.writes("12.30")
    karin.sees("torsdag 3 december kl. 12.30: en påminnelse")

    town.arrives(date(2026, 12, 3), "12:29")
    sara.looks_away()
    town.arrives(date(2026, 12, 3), "12:31")
    sara.sees("Vi ses lördag 5 december")
    sara.looks_away()
    town.arrives(date(2026, 12, 4), "19:00")
    sara.sees_nothing()


def test_what_is_switched_off_is_not_told_until_it_is_switched_on(town: Town) -> None:
    """Nor is it made up for."""
    karin, sara = _registered(town)
    karin.taps("Dagordningen")
    karin.taps("Stäng av")
    karin.sees("dagordningen, till de anmälda: avstängt.")

    town.arrives(date(2026, 11, 30), "12:00")
    sara.sees_nothing()
    _opens(karin)
    karin.taps("Påminnelsen")
    karin.taps("Stäng av")
    karin.taps("Slå på")
    karin.sees("fredag 4 december kl. 17.00")
    town.arrives(date(2026, 12, 4), "17:01")
    sara.sees("Vi ses i morgon")


def test_a_time_that_has_been_is_not_taken(town: Town) -> None:
    """She is asked again, and can let it be as usual."""
    karin, _ = _registered(town)
    karin.taps("Påminnelsen att svara")
    karin.taps("Annan dag")

    karin.writes("60")
    karin.sees("har redan varit")
    karin.writes("i förrgår")
    karin.sees("har redan varit")
    karin.writes("4 dagar")
    karin.sees("måndag 23 november kl. 10.00")
    karin.taps("Som vanligt")

    karin.sees("onsdag 25 november kl. 10.00", "följer nätverkets vanor")


def test_a_changed_step_moves_with_the_meeting(town: Town) -> None:
    """The days are counted from the meeting, whatever day it is on."""
    karin, _ = _registered(town)
    karin.taps("Påminnelsen")
    karin.taps("Annan dag")
    karin.writes("3")
    karin.sees("onsdag 2 december kl. 17.00")

    karin.forges("meet:1:change:day")
    karin.writes("12 december")
    _opens(karin)

    karin.sees("onsdag 9 december kl. 17.00: en påminnelse")


def test_what_is_put_off_stands_in_the_plan_with_whom_it_is_for(town: Town) -> None:
    """One list holds it all; what the bot says can be read beforehand."""
    karin, _ = _registered(town)
    karin.taps("Lägg till ett meddelande")
    karin.writes("Ta med inneskor")
    karin.taps("Välj tid")
    karin.writes("torsdag kl. 9")
    karin.taps("Planera utskick till 1")
    _opens(karin)

    karin.sees("torsdag 5 november kl. 09.00: ditt meddelande ”Ta med inneskor”, till: anmälda.")
    karin.taps("Meddelande: Ta med inneskor")
    karin.sees("Till dess kan du stoppa det.")
    _opens(karin)
    karin.taps("Påminnelsen")
    karin.taps("Visa texten")
    karin.sees("Vi ses i morgon", "kl. 10.00–14.00")


def test_a_cancelled_meeting_has_a_plan_of_what_was_done(town: Town) -> None:
    """Nothing is to come, and what is put in is refused; it can be held again."""
    karin, _ = _registered(town)
    town.presses(karin, "meet:1:close")
    _opens(karin)
    karin.sees("anmälan stängdes. Klart.")

    town.presses(karin, "meet:1:cancel:yes")
    town.presses(karin, "plan:1:show")

    karin.sees(
        "Mötet är inställt. Jag skickar inget mer om det.", "inbjudan, till: alla i nätverket"
    )
    assert "köket" not in karin.last.text
    town.presses(karin, "plan:1:one:reminder")
    karin.sees_no_button("Annan dag")


def test_a_member_cannot_change_the_plan(town: Town) -> None:
    """A forged button leads nowhere."""
    _, sara = _registered(town)

    sara.forges("plan:1:off:reminder")

    sara.sees_toast("Det kan bara arrangörer")


def test_two_organisers_do_not_write_over_each_other_d9(town: Town) -> None:
    """The one who comes after sees the other's hour and text, and nothing is lost in silence."""
    karin, _ = _registered(town)
    eva = town.organiser("Eva Berg")
    karin.taps("Påminnelsen")
    karin.taps("Annat klockslag")
    town.moves(seconds=1)
    town.presses(eva, "plan:1:clock_reminder:15:00")
    karin.writes("12.30")
    karin.sees("Eva Berg ändrade det här medan du valde.", "fredag 4 december kl. 15.00")
    karin.taps("Annat klockslag")
    karin.writes("12.30")
    karin.sees("fredag 4 december kl. 12.30")

    town.presses(karin, "meet:1:write")
    karin.writes("Ta med inneskor")
    karin.taps("Välj tid")
    karin.taps("Dagar före eller efter mötet")
    karin.taps("3 dagar före mötet")
    karin.taps("Ändra eller ta bort")
    town.presses(eva, "meet:1:letters")
    eva.taps("Väntar: Ta med inneskor")
    eva.taps("Ändra texten")
    eva.writes("Ta med inneskor och en mugg")
    karin.taps("Ändra texten")
    karin.sees("Ta med inneskor och en mugg")
    karin.taps("Ändra texten")
    eva.taps("Ta bort det")
    karin.writes("Ta med tofflor")

    karin.sees("En annan arrangör har tagit bort det meddelandet.", "Meddelanden om")
    town.arrives(date(2026, 12, 2), "12:00")
    assert "tofflor" not in town.cast.transcript().split("Sara Lind (privat)")[-1]
