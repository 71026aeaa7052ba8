"""Sharing the load: who runs the network and its meetings, and who said yes to it."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from sqlmodel import insert, select

from bot.records.admission import AdmissionKind
from bot.records.audit import Audit
from bot.records.person import Role
from bot.records.role_request import RoleRequest
from bot.simulator.cast import Player
from tests.town import Town
from tests.town_doings import linked


def _role(town: Town, player: Player) -> Role:
    with town.store.reading() as session:
        return Role(town.row(session, player).role)


def test_an_organiser_is_let_in_by_two_people_g4(town: Town) -> None:
    """The link alone gives nothing; an owner sees who took it before it is true."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    karin.writes("/arrangorer")
    karin.taps("Bjud in en arrangör")

    sara.starts(linked(karin))

    sara.sees("Jag har frågat dem som sköter nätverket")
    assert _role(town, sara) == Role.MEMBER
    karin.taps("Ja, släpp in")
    sara.sees("Din roll i nätverket är nu: arrangör")
    assert _role(town, sara) == Role.ORGANISER


def test_a_no_leaves_her_a_member_g4(town: Town) -> None:
    """Someone else took the link: nothing is given, and she is told kindly."""
    karin, nils = town.organiser(), town.member("Nils Åk")
    karin.writes("/arrangorer")
    karin.taps("Bjud in en nätverksadmin")
    nils.starts(linked(karin))

    karin.taps("Nej")

    nils.sees("sa nej den här gången")
    assert _role(town, nils) == Role.MEMBER


def test_a_stranger_tells_who_she_is_first_g4(town: Town) -> None:
    """The owner decides on a name, and so is asked when there is one."""
    karin, ester = town.organiser(), town.stranger("Ester")
    karin.writes("/arrangorer")
    karin.taps("Bjud in en arrangör")
    link = linked(karin)
    karin.looks_away()

    ester.starts(link)
    karin.sees_nothing()
    ester.writes("Ester Ny")
    ester.taps("Ås byalag")

    ester.sees("Jag har frågat dem som sköter nätverket")
    karin.sees("Ester Ny har öppnat länken")


def test_the_first_answer_counts(town: Town) -> None:
    """Two admins are asked; the second finds the button used."""
    karin, berit = town.organiser(), town.organiser("Berit Ek", Role.ADMIN)
    sara = town.member("Sara Lind")
    karin.writes("/arrangorer")
    karin.taps("Bjud in en arrangör")
    sara.starts(linked(karin))

    karin.taps("Ja, släpp in")
    berit.taps("Nej")

    assert _role(town, sara) == Role.ORGANISER


def test_an_organiser_invites_but_does_not_decide_g3(town: Town) -> None:
    """Only admins and owners say yes to a role in the network."""
    owner = town.organiser()
    karin, sara = town.organiser("Karin Två", Role.ORGANISER), town.member("Sara Lind")
    karin.writes("/lank")
    link = [word for word in karin.last.text.split() if word.startswith("https://")][1]
    karin.looks_away()

    sara.starts(link)

    karin.sees_nothing()
    owner.sees("Sara Lind har öppnat länken")
    with town.store.reading() as session:
        waiting = session.exec(select(RoleRequest)).one()
    town.presses(karin, f"role:{waiting.id}:grant")
    assert _role(town, sara) == Role.MEMBER


def test_nobody_lets_herself_in_g3(town: Town) -> None:
    """An organiser who opens a link for admins cannot answer it."""
    town.organiser()
    karin = town.organiser("Karin Två", Role.ORGANISER)
    with town.store.transaction() as session:
        person = town.row(session, karin)
        asked = RoleRequest(
            person_id=person.id, kind=AdmissionKind.ADMIN, asked_at=town.clock.now()
        )
        session.add(asked)
        session.flush()
        row = asked.id

    town.presses(karin, f"role:{row}:grant")

    assert _role(town, karin) == Role.ORGANISER


def test_the_last_owner_stays_g8(town: Town) -> None:
    """The network must not be left without one; with another owner she may go."""
    karin, berit = town.organiser(), town.organiser("Berit Ek", Role.ADMIN)
    with town.store.reading() as session:
        rows = {one: town.row(session, one).id for one in (karin, berit)}

    town.presses(karin, f"role:{rows[karin]}:make:admin")
    karin.sees("du är den sista")
    assert _role(town, karin) == Role.OWNER

    town.presses(karin, f"role:{rows[berit]}:sure:owner")
    town.presses(karin, f"role:{rows[karin]}:sure:admin")
    assert (_role(town, karin), _role(town, berit)) == (Role.ADMIN, Role.OWNER)


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.ADMIN])
def test_only_an_owner_makes_owners_g3(town: Town, role: Role) -> None:
    """Whoever taps a forged button: the role stays as it was."""
    town.organiser()
    karin, sara = town.organiser("Karin Två", role), town.member("Sara Lind")
    with town.store.reading() as session:
        row = town.row(session, sara).id

    town.presses(karin, f"role:{row}:sure:owner")

    assert _role(town, sara) == Role.MEMBER


def test_a_role_is_taken_away_and_told(town: Town) -> None:
    """Two taps, and she knows."""
    karin, berit = town.organiser(), town.organiser("Berit Ek", Role.ORGANISER)
    karin.writes("/arrangorer")
    karin.sees("Karin Ek: ägare", "Berit Ek: arrangör")
    karin.taps("Berit Ek")
    karin.taps("Ta bort rollen")
    karin.sees("inte längre vara med och sköta nätverket?")

    karin.taps("Ja")

    berit.sees("Du är fortfarande medlem")
    assert _role(town, berit) == Role.MEMBER


def test_the_log_tells_who_did_what_and_nothing_more(town: Town) -> None:
    """An admin reads names, deeds and meetings, in the chat and as a file."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:close")

    karin.writes("/logg")
    karin.sees("Karin Ek stängde anmälan (Dialogträff om kulturplanen).")
    karin.taps("Hämta som fil")
    karin.sees("Här är loggen")

    sara.writes("/logg")
    sara.sees("arrangör")


def test_a_long_log_is_leafed_through(town: Town) -> None:
    """The latest come first; older ones are a tap away."""
    karin = town.organiser()
    meeting = town.announces(karin)
    for _ in range(8):
        town.presses(karin, f"meet:{meeting.id}:close")
        town.presses(karin, f"meet:{meeting.id}:open")
    karin.writes("/logg")

    karin.taps("Äldre")

    karin.sees("skickade inbjudan")
    karin.taps("Nyare")
    karin.sees("öppnade anmälan")


def test_a_log_too_long_for_a_turn_says_so_b12(town: Town) -> None:
    """The file holds the latest lines, and tells that there are more."""
    karin = town.organiser()
    act = {"at": town.clock.now(), "verb": "changed", "detail": "place"}
    with town.store.transaction() as session:
        session.execute(insert(Audit), [act] * 5_001)

    karin.writes("/logg")
    karin.taps("Hämta som fil")

    karin.sees("Det här är de senaste raderna.")
    assert karin.last.document is not None
    content = io.BytesIO(karin.last.document.content)
    assert load_workbook(content, read_only=True).worksheets[0].max_row == 5_001
