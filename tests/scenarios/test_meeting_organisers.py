"""The organiser of one meeting runs that one, and touches nothing else."""

from __future__ import annotations

from datetime import date, timedelta

from bot.records.meeting import Meeting
from bot.simulator.cast import Player
from tests.town import LAST_DAY, Town
from tests.town_doings import linked

MORNING_AFTER = date(2026, 12, 7)


def test_one_meeting_can_be_shared(town: Town) -> None:
    """Sara runs that meeting and no other, until Karin takes it back."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    hers, other = town.announces(karin), town.announces(karin, title="Årsmöte")
    town.presses(karin, f"lead:{hers.id}:invite")
    sara.starts(linked(karin))
    karin.sees("Sara Lind har öppnat länken och vill hjälpa till med Dialogträff om kulturplanen")

    karin.taps("Ja, släpp in")

    sara.sees("Nu hjälper du till med Dialogträff om kulturplanen")
    sara.taps("Se vilka som kommer")
    sara.sees("Kommer: 0")
    sara.looks_away()
    town.presses(sara, f"meet:{other.id}:desk")
    sara.sees_nothing()
    town.presses(sara, "meet:0:new")
    sara.sees_nothing()

    with town.store.reading() as session:
        row = town.row(session, sara).id
    town.presses(karin, f"lead:{hers.id}:drop:{row}")
    sara.sees("Du hjälper inte längre till med Dialogträff om kulturplanen")
    sara.looks_away()
    town.presses(sara, f"meet:{hers.id}:desk")
    sara.sees_nothing()


def _shares(karin: Player, sara: Player, meeting: int) -> None:
    """Let Karin share one meeting with Sara, from its card."""
    karin.forges(f"meet:{meeting}:desk")
    karin.taps("Dela arbetet")
    karin.taps("Bjud in någon som hjälper till")
    sara.starts(linked(karin))
    karin.taps("Ja, släpp in")
    sara.taps("Se vilka som kommer")


def test_the_organiser_of_one_meeting_runs_it_from_the_link_to_the_minutes(town: Town) -> None:
    """She changes, plans, writes, counts and publishes; what she may not do is not shown to her."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    nils, meeting = town.member("Nils Berg"), town.announces(karin)
    nils.taps("Anmäl mig")
    nils.looks_away()
    _shares(karin, sara, meeting.id)

    sara.sees("Kommer: 1", "Nils Berg")
    sara.sees_no_button("Mer")
    sara.taps("Ändra mötet")
    sara.taps("Plats")
    sara.writes("Storsjöteatern, Östersund")
    town.moves(seconds=61)
    nils.sees("Ny plats: Storsjöteatern")
    town.presses(sara, f"points:{meeting.id}:add")
    sara.writes("10.00 Välkomna\n11.00 Samtal i grupper")
    sara.sees("Välkomna", "Samtal i grupper")
    town.presses(sara, f"meet:{meeting.id}:desk")
    sara.taps("Plan")
    sara.sees("en påminnelse, till de anmälda")
    town.presses(sara, f"meet:{meeting.id}:write")
    sara.writes("Ta med inomhusskor.")
    sara.taps("Skicka till 1")
    town.moves(seconds=61)
    nils.sees("Ta med inomhusskor.")
    town.arrives(LAST_DAY + timedelta(days=1), "08:30")
    sara.sees("Anmälan till Dialogträff om kulturplanen har stängt.", "Kommer: 1")

    town.arrives(MORNING_AFTER, "10:30")
    sara.looks_away()
    sara.writes("/moten")
    sara.taps("Tidigare")
    sara.taps("Dialogträff om kulturplanen")
    sara.taps("Se vilka som kommer")
    sara.sees_button("Listor")
    sara.sees_no_button("Använd som mall")
    sara.taps("Anteckningar")
    sara.taps("Skriv anteckningar")
    sara.writes("Vi vill ses oftare.")
    sara.taps("Klart")
    sara.taps("Publicera")
    sara.taps("Skicka till 2")
    town.moves(seconds=61)
    nils.sees("är klara")
    sara.taps("Leveransrapport")
    sara.sees("Framme: 2")


def test_the_organiser_of_one_meeting_touches_nothing_else_g3(town: Town) -> None:
    """Not another meeting, the register, links to the network, roles or the log."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    hers, other = town.announces(karin), town.announces(karin, title="Årsmöte")
    _shares(karin, sara, hers.id)

    for command in ("/ny", "/register", "/logg", "/lank", "/arrangorer"):
        sara.writes(command)
        sara.sees("Det kan bara arrangörer göra")
    with town.store.reading() as session:
        before = session.get(Meeting, other.id)
        assert before is not None
    for step in ("meet:{}:desk", "meet:{}:change:place", "meet:{}:cancel:yes", "plan:{}:show"):
        sara.forges(step.format(other.id))
        sara.sees_toast("Det kan bara arrangörer")
    for step in ("points:{}:pause", "notes:{}:write", "lead:{}:invite", "lists:{}:xlsx"):
        sara.forges(step.format(other.id))
        sara.sees_toast("Det kan bara arrangörer")
    for step in ("meet:{}:copy", "series:{}:show", "series:{}:week:3"):
        sara.forges(step.format(hers.id))
        sara.sees_toast("Det kan bara arrangörer")
    for step in ("reg:0:list", "org:1:show", "door:0:show", "bring:1:show", "role:1:make:owner"):
        sara.forges(step)
        sara.sees_toast("Det kan bara arrangörer")
    with town.store.reading() as session:
        after = session.get(Meeting, other.id)
        assert (after and after.model_dump()) == before.model_dump()
