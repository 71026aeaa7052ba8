"""Short stories to die in. Each has one point, and nothing in it depends on chance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from bot.records.admission import AdmissionKind
from bot.simulator.cast import Player
from bot.story import invitation
from tests.crashes.mortal import MortalTown
from tests.town import tells

Play: TypeAlias = Callable[[MortalTown], None]


def joining(town: MortalTown) -> None:
    """An organiser and a member come in by their links."""
    town.joins("Karin Ek", AdmissionKind.OWNER, "Jag är privatperson")
    marta = town.stranger("Märta")
    marta.starts(town.link(AdmissionKind.MEMBER))
    marta.writes("Märta Dahl")
    marta.taps("En annan förening")
    marta.writes("Silverdalens spelmanslag")
    marta.taps("Ja, lägg till den")


def one_seat(town: MortalTown) -> None:
    """The shortest story with an invitation, a card in a group, a tap and two answers."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.gathers(karin, sara)
    town.announces(karin, seats=1)
    sara.taps("Anmäl mig")
    tells(sara, "Vegetariskt")


def sending(town: MortalTown) -> None:
    """An invitation is pasted, asked about and sent to members and a group."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    town.gathers(karin, sara)
    karin.writes("/ny")
    karin.writes(invitation(date(2026, 11, 2), town.app.house.zone))
    karin.taps("lördag 12 december 2026")
    karin.writes("2")
    karin.taps("Se inbjudan")
    karin.taps("Skicka till 2")
    town.moves(seconds=61)
    ahmed.sees("Dialogmöte om kulturen i bygden")
    town.moves(seconds=30)


def registering(town: MortalTown) -> None:
    """One tap, two questions, one of them about a need, and a calendar file."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.gathers(karin, sara)
    town.announces(karin, seats=5)
    sara.taps("Anmäl mig")
    tells(sara, "Vegetariskt")
    sara.taps("Ja, spara mitt svar")
    sara.taps("Något annat")
    sara.writes("jag har svår astma")
    sara.taps("Lägg i kalendern")
    town.moves(seconds=30)


def reserve_list(town: MortalTown) -> None:
    """The last seat, the reserve list, a cancellation, an offer and a yes."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    marta = town.member("Märta Dahl")
    town.announces(karin, seats=1)
    _comes(sara)
    ahmed.taps("Anmäl mig")
    marta.taps("Anmäl mig")
    sara.taps("Lämna återbud")
    ahmed.taps("Nej tack")
    marta.taps("Ja, jag kommer")
    tells(marta, "Glutenfritt")
    marta.taps("Nej tack")


def change_of_place(town: MortalTown) -> None:
    """The place is changed after some have registered; they hear it once."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    town.gathers(karin, sara)
    town.announces(karin)
    _comes(sara)
    _comes(ahmed)
    _opens(karin)
    karin.taps("Ändra mötet")
    karin.taps("Plats")
    karin.writes("Folkets hus, Rådhusgatan 48, Östersund")
    town.moves(seconds=90)


def cancelling(town: MortalTown) -> None:
    """The meeting is called off; all who were invited hear it once."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.member("Nils Berg")
    town.gathers(karin, sara)
    town.announces(karin)
    _comes(sara)
    _opens(karin)
    karin.taps("Ställ in mötet")
    karin.writes("Föreläsaren är sjuk.")
    town.moves(days=30)


def reminding(town: MortalTown) -> None:
    """Time passes: the nudge, the closing, the agenda, the reminder."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.member("Nils Berg")
    town.gathers(karin, sara)
    town.announces(karin)
    _comes(sara)
    town.arrives(date(2026, 12, 5), "09:00")


def evaluating(town: MortalTown) -> None:
    """The day after: thanks, three questions, and later what is kept is removed."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    tells(sara, "Vegetariskt")
    tells(sara, "Hörslinga")
    town.arrives(date(2026, 12, 6), "11:00")
    sara.taps("Mycket bra")
    sara.taps("Ja")
    sara.writes("Fler unga nästa gång!")
    town.moves(days=14)


def _comes(player: Player) -> None:
    player.taps("Anmäl mig")
    player.taps("Jag äter allt")
    player.taps("Nej tack")


def _opens(organiser: Player) -> None:
    organiser.writes("/moten")
    organiser.taps("Dialogträff om kulturplanen")
    organiser.taps("Se vilka som kommer")


PLAYS = (
    joining,
    sending,
    registering,
    reserve_list,
    change_of_place,
    cancelling,
    reminding,
    evaluating,
)
