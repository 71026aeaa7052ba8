"""A theme group meets over years: its meetings and their minutes stand together."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import select

from bot.records.meeting import Meeting, Status
from bot.records.minutes import Minutes, MinutesStatus
from bot.simulator.cast import Player
from bot.store import organisations, theme_groups
from tests.town import ASSOCIATIONS, Town
from tests.town_register import FROSO, edits, noted

GROUP = "Kulturella mötesplatser"
FRIDAY = date(2026, 10, 30)


def _group(town: Town, name: str, *inside: str) -> int:
    with town.store.transaction() as session:
        group = theme_groups.add(session, name, town.clock.now())
        for one in inside:
            home = organisations.named(session, one)
            assert home is not None
            theme_groups.let_in(session, group, home.id)
        return group.id


def _held(town: Town, karin: Player, group: int, weeks: int, said: str = "") -> Meeting:
    """Let the group have met so many weeks ago, with published minutes if something was said."""
    day = FRIDAY - timedelta(weeks=weeks)
    facts = {"day": day, "closes_on": day, "title": f"Träff {weeks}", "theme_group_id": group}
    meeting = town.drafts(karin, status=Status.ANNOUNCED, **facts)
    if said:
        with town.store.transaction() as session:
            out = {"status": MinutesStatus.PUBLISHED, "published_at": town.clock.now()}
            own = {"meeting_id": meeting.id, "text": said, "created_at": town.clock.now()}
            session.add(Minutes.model_validate({**own, **out}))
    return meeting


def test_members_read_what_a_theme_group_has_held_and_said(town: Town) -> None:
    """From /moten in two taps, a page at a time; other groups' meetings stand elsewhere."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group, other = _group(town, GROUP), _group(town, "Unga")
    for weeks in range(9):
        _held(town, karin, group, weeks, f"Vi sa {weeks}.")
    _held(town, karin, group, 20)
    _held(town, karin, other, 30, "Vi unga sa.")

    sara.writes("/moten")
    sara.taps("Tidigare")
    sara.taps(f"Temagrupp: {GROUP}")

    sara.sees(f"Temagrupp: {GROUP}", "Tidigare möten, sida 1 av 2")
    sara.sees("Träff 0, fredag 30 oktober 2026 kl. 10.00–14.00. Anteckningar publicerade måndag 2")
    assert "Träff 30" not in sara.last.text
    assert "Träff 20" not in sara.last.text, "its minutes are nobody's yet"
    sara.taps("Nästa sida")
    sara.sees("Träff 8")
    sara.taps("Träff 8")
    sara.sees("Anteckningar från Träff 8", "Vi sa 8.")
    sara.taps("Alla tidigare möten")
    sara.sees("Tidigare möten, sida 1 av 2")


def test_an_organiser_comes_to_the_archive_from_the_register(town: Town) -> None:
    """She sees who is in the group and also what has no minutes, which leads to her desk."""
    karin = town.organiser()
    group = _group(town, GROUP, ASSOCIATIONS[0], ASSOCIATIONS[1])
    _held(town, karin, group, 1)
    for n in range(7):
        _group(town, f"Grupp {n}")

    karin.writes("/register")
    karin.taps("Temagrupper")
    karin.taps(f"Temagrupp: {GROUP}")

    karin.sees("2 föreningar är med:", *ASSOCIATIONS[:2], "Inga anteckningar publicerade")
    karin.taps("Träff 1")
    karin.sees("Anmälda: 0")


def test_a_meeting_that_only_one_group_is_invited_to_is_the_groups(town: Town) -> None:
    """Nobody has to remember to say so; a meeting for more than the group is not."""
    karin = town.organiser()
    town.member("Sara Lind")
    group = _group(town, GROUP, ASSOCIATIONS[0])
    for title in ("Gruppträff", "Årsmöte"):
        meeting = town.drafts(karin, title=title)
        town.presses(karin, f"meet:{meeting.id}:preview")
        if title == "Gruppträff":
            karin.taps("Välj vilka")
            karin.taps("Temagrupp")
            karin.taps(GROUP)
            karin.taps("Klart")
            karin.taps("Klart")
        karin.taps("Skicka till 1")
        town.moves(seconds=61)

    with town.store.reading() as session:
        held_by = {one.title: one.theme_group_id for one in session.exec(select(Meeting))}
    assert held_by == {"Gruppträff": group, "Årsmöte": None}


def test_an_invitation_by_a_group_that_is_removed_still_goes_out(town: Town) -> None:
    """The draft still names it, and those who are in it hear of the meeting as was chosen."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = _group(town, GROUP, ASSOCIATIONS[0])
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:preview")
    karin.taps("Välj vilka")
    karin.taps("Temagrupp")
    karin.taps(GROUP)
    town.presses(karin, f"group:{group}:remove:yes")
    town.presses(karin, f"meet:{meeting.id}:preview")
    karin.sees(GROUP)

    karin.taps("Skicka till 1")
    town.moves(seconds=61)

    sara.sees("Dialogträff om kulturplanen")


def test_karin_says_whose_meeting_it_is(town: Town) -> None:
    """Among the choices; it stands on her card, and can be taken back."""
    karin = town.organiser()
    meeting = town.drafts(karin)
    _group(town, GROUP)
    town.presses(karin, f"meet:{meeting.id}:choices")
    karin.sees("Temagrupp: inte bestämt")

    karin.taps("Temagrupp")
    karin.sees("Vilken temagrupp håller i Dialogträff om kulturplanen?")
    karin.taps(GROUP)

    karin.sees(f"Temagrupp: {GROUP}")
    karin.taps("Visa uppgifterna")
    karin.sees(f"Temagrupp: {GROUP}")
    town.presses(karin, f"theme:{meeting.id}:ask")
    karin.taps("Ingen temagrupp")
    karin.sees("Temagrupp: inte bestämt")


def test_karin_begins_a_theme_group_and_says_who_is_in_it(town: Town) -> None:
    """From the register, in the chat alone: a name, letters of other names, and taps."""
    karin = town.organiser()
    karin.writes("/register")
    karin.taps("Temagrupper")
    karin.sees("Det finns inga temagrupper än.")
    karin.taps("Starta en temagrupp")
    karin.writes("z" * 61)
    karin.sees("Högst 60 tecken")

    karin.writes("Unga på scen")
    karin.sees("Unga på scen", "Ingen förening är med än.")
    karin.writes("byal")
    karin.taps("Ås byalag")
    karin.sees_button("Ås byalag ✓ vald")
    karin.writes(FROSO.upper())
    karin.sees_button(f"{FROSO} ✓ vald")
    karin.writes("zzz")
    karin.sees("Jag hittar inget i registret för ”zzz”.")
    karin.taps("Vilka är med")
    karin.sees("2 föreningar är med.")
    karin.taps("Ås byalag ✓ vald")
    karin.sees("1 förening är med.")
    karin.taps("Klart")

    karin.sees("Temagrupp: Unga på scen", "1 förening är med:", FROSO)
    karin.taps("Till registret")
    karin.taps("Temagrupper")
    karin.taps("Starta en temagrupp")
    karin.writes("unga PÅ scen")
    karin.sees("Temagrupp: Unga på scen", f"{FROSO}")
    assert noted(town) == ["began a theme group", *["changed a theme group"] * 3]


def test_a_theme_group_is_renamed_and_removed_and_its_meetings_stay(town: Town) -> None:
    """A yes is asked for; nobody can choose it afterwards, and what it has held is still read."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = _group(town, GROUP, FROSO)
    _group(town, "Unga")
    _held(town, karin, group, 1, "Vi sa något.")
    town.presses(karin, f"group:{group}:show")
    karin.taps("Byt namn")
    karin.writes("UNGA")
    karin.sees("Det finns, eller har funnits, en annan temagrupp med det namnet.")
    karin.writes("Mötesplatser")
    karin.sees("Temagrupp: Mötesplatser")

    karin.taps("Ta bort")
    karin.sees("Ska jag ta bort temagruppen Mötesplatser?")
    karin.taps("Ja, ta bort den")

    karin.sees("Temagruppen Mötesplatser är borttagen.")
    karin.taps("Temagrupper")
    karin.sees_button("Temagrupp: Unga", message=karin.last)
    karin.sees_no_button("Temagrupp: Mötesplatser", message=karin.last)
    edits(karin, "Temagrupper")
    karin.sees_no_button("Mötesplatser", message=karin.last)
    sara.writes("/moten")
    sara.taps("Tidigare")
    sara.taps("Temagrupp: Mötesplatser")
    sara.sees("Gruppen är borttagen.", "Träff 1")


def test_a_member_changes_no_theme_group_g1(town: Town) -> None:
    """Forged buttons begin none, put nobody in and remove nothing."""
    sara = town.member("Sara Lind")
    group = _group(town, GROUP, FROSO)

    for ask in ("begin", "who", "rename", "remove:yes", "pick:1", "out:1"):
        town.presses(sara, f"group:{group}:{ask}")
        sara.sees_nothing()

    assert noted(town) == []
