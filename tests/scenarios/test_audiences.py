"""Whom an invitation is for: chosen on one card, shown as number and names, and kept to later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlmodel import select

from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.meeting import Meeting
from bot.records.organisation import Organisation
from bot.records.registration import Registration, Standing
from bot.simulator.cast import Player
from bot.store import organisations, theme_groups
from tests.town import ASSOCIATIONS, Town

THEATRE, HOME, CHOIR, VILLAGE = ASSOCIATIONS
FACTS: Mapping[str, Mapping[str, object]] = {
    THEATRE: {"kind": "ideell kultur", "municipality": "Bräcke"},
    HOME: {"kind": "ideell kultur", "municipality": "Östersund"},
    CHOIR: {"kind": "studieförbund", "municipality": "Krokom", "languages": ["suomi"]},
    VILLAGE: {"kind": "kommun", "municipality": "Krokom", "phone": "0640-1", "email": "a@b.se"},
}


def knows(town: Town) -> None:
    """Let the register say what each association is, and one theme group hold two of them."""
    with town.store.transaction() as session:
        group = theme_groups.add(session, "Mötesplatser", town.clock.now())
        for name, facts in FACTS.items():
            found = organisations.named(session, name)
            assert found is not None
            for fact, value in facts.items():
                setattr(found, fact, value)
            session.add(found)
            if name in {THEATRE, VILLAGE}:
                theme_groups.let_in(session, group, found.id)


def people(town: Town) -> tuple[Player, Player, Player, Player]:
    """Let one come from each association."""
    knows(town)
    names = ("Sara Lind", "Ahmed Ali", "Greta Ek", "Nils Berg")
    listed = [town.member(name, home) for name, home in zip(names, ASSOCIATIONS, strict=True)]
    return listed[0], listed[1], listed[2], listed[3]


def heard(town: Town, *players: Player) -> list[bool]:
    """Say who has got something from the bot."""
    return [any(one.from_bot for one in town.telegram.history(who.place)) for who in players]


def previews(town: Town, karin: Player, meeting: Meeting) -> None:
    """Let Karin look at the invitation and turn to whom it is for."""
    town.presses(karin, f"meet:{meeting.id}:preview")
    karin.taps("Välj vilka")


def test_kinds_and_municipalities_are_chosen_by_tapping(town: Town) -> None:
    """The number and the names follow every tap, and only those chosen get it."""
    karin, (sara, ahmed, greta, nils) = town.organiser(), people(town)
    meeting = town.drafts(karin)
    previews(town, karin, meeting)
    karin.sees("Vilka ska få det?", "Du har valt: alla i nätverket.", "Den går till 4 personer:")

    karin.taps("Typ av förening")
    karin.taps("ideell kultur")
    karin.sees("Du har valt: ideell kultur.", "Den går till 2 personer:", "Ahmed Ali och Sara Lind")
    karin.taps("kommun")
    karin.sees("Du har valt: ideell kultur och kommun.", "Den går till 3 personer:")
    karin.taps("Klart")
    karin.taps("Kommun")
    karin.taps("Krokom")
    karin.sees("Du har valt: ideell kultur och kommun · Krokom.", "Den går till 1 person:")
    karin.taps("Klart")
    karin.taps("Klart")
    karin.sees("Nils Berg", "Den visas inte i grupperna")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)

    assert [False, False, False, True] == heard(town, sara, ahmed, greta, nils)


def test_theme_groups_languages_and_named_associations(town: Town) -> None:
    """A group, a language and a name that was looked for each narrow it in their own way."""
    karin, _ = town.organiser(), people(town)
    meeting = town.drafts(karin)
    previews(town, karin, meeting)

    karin.taps("Temagrupp")
    karin.taps("Mötesplatser")
    karin.sees("Den går till 2 personer:", "Nils Berg och Sara Lind")
    karin.taps("Mötesplatser ✓ valt")
    karin.taps("Klart")
    karin.taps("Språk")
    karin.taps("suomi")
    karin.sees("Den går till 1 person:", "Greta Ek")
    karin.taps("Klart")
    karin.taps("Alla igen")
    karin.sees("Den går till 4 personer:")
    karin.taps("Vissa föreningar")
    karin.writes("finns inte")
    karin.sees("Jag hittar ingen förening som heter finns inte.")
    karin.writes("by")
    karin.taps("Frösö hembygdsförening")
    karin.sees("Du har valt: Frösö hembygdsförening.", "Ahmed Ali")
    karin.sees_button("Frösö hembygdsförening ✓ valt")


def test_an_invitation_to_some_is_not_shown_in_the_groups(town: Town) -> None:
    """A meeting for some is not posted before everyone."""
    karin, (sara, *_) = town.organiser(), people(town)
    group = town.gathers(karin, sara)
    meeting = town.drafts(karin)
    previews(town, karin, meeting)
    karin.taps("Typ av förening")
    karin.taps("kommun")
    karin.taps("Klart")
    karin.taps("Klart")
    karin.taps("Skicka till 1")
    town.moves(minutes=2)

    group.sees_nothing()


def test_a_nudge_and_a_cancellation_go_only_to_those_who_were_invited(town: Town) -> None:
    """Whom it was for is what being invited means from then on."""
    karin, (sara, ahmed, greta, nils) = town.organiser(), people(town)
    meeting = town.drafts(karin)
    previews(town, karin, meeting)
    karin.taps("Typ av förening")
    karin.taps("kommun")
    karin.taps("Klart")
    karin.taps("Klart")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)
    nils.looks_away()

    town.arrives(date(2026, 11, 25), "11:00")
    nils.sees("Sista dagen att anmäla sig")
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("svarat: 1")
    town.presses(karin, f"meet:{meeting.id}:cancel")
    karin.sees("direkt för 1 person")
    karin.taps("Ställ in utan att säga varför")
    town.moves(minutes=2)

    nils.sees("inställ")
    assert [False] * 3 == heard(town, sara, ahmed, greta)


def test_more_can_be_invited_later_and_nobody_gets_it_twice(town: Town) -> None:
    """One who has the invitation is not among those who are counted, and gets no copy."""
    karin, (sara, ahmed, greta, nils) = town.organiser(), people(town)
    meeting = town.drafts(karin)
    previews(town, karin, meeting)
    karin.taps("Typ av förening")
    karin.taps("kommun")
    karin.taps("Klart")
    karin.taps("Klart")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)
    nils.looks_away()

    town.presses(karin, f"meet:{meeting.id}:letters")
    karin.taps("Bjud in fler")
    karin.sees("Till: alla i nätverket", "får den inte igen", "Den går till 3 personer:")
    karin.taps("Skicka till 3")
    town.moves(seconds=61)

    nils.sees_nothing()
    assert [True] * 3 == heard(town, sara, ahmed, greta)
    with town.store.reading() as session:
        kinds = select(Broadcast.count).where(Broadcast.kind == BroadcastKind.INVITATION)
        assert [1, 3] == sorted(session.exec(kinds))


def test_a_second_invitation_can_be_stopped_and_the_meeting_stands(town: Town) -> None:
    """Nobody more is invited; those who were keep their meeting."""
    karin, _ = town.organiser(), people(town)
    meeting = town.announces(karin)
    town.member("Ny Person")
    town.presses(karin, f"meet:{meeting.id}:widen")
    karin.taps("Skicka till 1")

    karin.taps("Stoppa")
    karin.sees("Stoppat. Inga fler är inbjudna till Dialogträff")
    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.sees("Kommer: 0")


def test_a_number_that_has_changed_is_shown_before_anything_leaves(town: Town) -> None:
    """Someone joined while she looked: she is asked again."""
    karin, _ = town.organiser(), people(town)
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:preview")
    late = town.member("Sen Anka")

    karin.taps("Skicka till 4")
    karin.sees_toast("Nu är det 5 personer. Titta igen")
    karin.taps("Skicka till 5")
    town.moves(seconds=61)

    late.sees("Dialogträff om kulturplanen")


def test_those_who_are_not_reached_are_listed_with_a_text_and_addresses(town: Town) -> None:
    """By reason, with what is known of how to reach them, and a file when it is long."""
    karin, (sara, ahmed, _, nils) = town.organiser(), people(town)
    town.has_no_telegram("Elsa Svensson", karin, phone="070-1 22 33")
    nils.blocks()
    town.announces(karin)
    ahmed.writes("/stopp")
    meeting = town.drafts(karin, title="Höstmötet")
    town.presses(karin, f"meet:{meeting.id}:preview")
    karin.sees("Jag når inte 3 personer")

    karin.taps("Nås inte: 3")
    karin.sees("Har inte Telegram: 1", "Elsa Svensson: 070-1 22 33")
    karin.sees("Har blockerat mig eller lämnat Telegram: 1")
    karin.sees("Nils Berg (Ås byalag): 0640-1, a@b.se", "Har bett mig vara tyst: 1", "Ahmed Ali")
    karin.taps("Text att skicka vidare")
    karin.sees("Höstmötet", "Anmäl dig hos boten: https://t.me/")
    karin.taps("Alla adresser som fil")
    karin.sees("De som jag inte når")
    assert not sara.place.blocked


def test_a_long_list_of_names_is_leafed_through(town: Town) -> None:
    """Every name can be read before anything is sent."""
    karin = town.organiser()
    for n in range(45):
        town.member(f"Medlem {n:02}")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:preview")
    karin.sees("Den går till 45 personer:", "Medlem 00", "och 15 till")

    karin.taps("Alla namn")
    karin.sees("Medlem 39 (Bräcke amatörteater)")
    karin.taps("Fler")
    karin.sees("Medlem 44")
    karin.taps("Föregående")
    karin.taps("Tillbaka")

    karin.sees("Vilka ska få det?")


def test_those_present_last_time_can_be_chosen(town: Town) -> None:
    """Noted attendance at the last meeting is a choice like the others, named by the meeting."""
    karin, (sara, ahmed, *_) = town.organiser(), people(town)
    held = town.announces(karin, title="Vårmötet", day=date(2026, 11, 10), closes_on=None)
    with town.store.transaction() as session:
        for player, attended in ((sara, True), (ahmed, False)):
            facts = {"meeting_id": held.id, "person_id": town.row(session, player).id}
            when = {"created_at": town.clock.now(), "changed_at": town.clock.now()}
            more = {"standing": Standing.GOING, "attended": attended}
            session.add(Registration.model_validate(facts | when | more))
    meeting = town.drafts(karin)
    previews(town, karin, meeting)

    karin.taps("Var med på Vårmötet")
    karin.sees("Du har valt: var med på Vårmötet.", "Den går till 1 person:", "Sara Lind")
    karin.taps("Var med på Vårmötet ✓ valt")

    karin.sees("Den går till 4 personer:")


def test_a_kind_that_left_the_register_does_not_break_an_old_button(town: Town) -> None:
    """A tap on what is there no more changes nothing."""
    karin, _ = town.organiser(), people(town)
    meeting = town.drafts(karin)
    previews(town, karin, meeting)
    karin.taps("Typ av förening")
    card = karin.last
    with town.store.transaction() as session:
        for one in session.exec(select(Organisation)):
            one.kind = "annat"
    karin.taps("kommun", message=card)

    karin.sees("Du har valt: alla i nätverket.")


def test_an_invitation_can_wait_for_an_hour(town: Town) -> None:
    """Good hours are offered; until then it can be stopped."""
    karin, (sara, *_) = town.organiser(), people(town)
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:preview")

    karin.taps("Välj tid")
    karin.taps("tisdag 3 november kl. 17.00")
    karin.sees("Den skickas tisdag 3 november kl. 17.00.")
    karin.taps("Planera utskick till 4")
    karin.sees("går ut tisdag 3 november kl. 17.00")
    town.arrives(date(2026, 11, 3), "16:59")
    sara.sees_nothing()
    town.arrives(date(2026, 11, 3), "17:01")

    sara.sees("Dialogträff om kulturplanen")
