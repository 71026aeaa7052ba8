"""Two associations turn out to be one: everything that points at the one is moved to the other."""

from __future__ import annotations

from sqlmodel import select

from bot.records.admission import Admission
from bot.records.audit import Audit
from bot.records.organisation import Membership
from bot.records.person import Person
from bot.records.registration import Registration
from bot.store import memberships, organisations, theme_groups
from bot.store import register as asked
from tests.town import ASSOCIATIONS, Town

BRACKE, FROSO = ASSOCIATIONS[:2]


def _rows(town: Town) -> tuple[int, int]:
    with town.store.reading() as session:
        found = [organisations.named(session, name) for name in (BRACKE, FROSO)]
        return tuple(one.id for one in found if one)  # type: ignore[return-value]  # both are there


def test_karin_merges_two_and_everything_is_moved(town: Town) -> None:
    """People, their registrations, names, groups and links; nothing before the second yes."""
    karin, sara = town.organiser(), town.member("Sara Lind", BRACKE)
    nils = town.member("Nils Åk", FROSO)
    bracke, froso = _rows(town)
    town.announces(karin)
    sara.taps("Anmäl mig")
    with town.store.transaction() as session:
        now = town.clock.now()
        lose = organisations.get(session, bracke)
        assert lose is not None
        lose.municipality, lose.email, lose.languages = "Bräcke", "b@b.example", ["suomi"]
        memberships.add(session, town.row(session, nils), bracke, now)
        for name, home in (("Mötesplatser", bracke), ("Kyrkor", bracke), ("Kyrkor", froso)):
            theme_groups.let_in(session, theme_groups.add(session, name, now), home)
    town.presses(karin, f"org:{bracke}:aliases")
    karin.writes("BAT")
    town.presses(karin, f"door:{bracke}:new:sv")

    karin.writes(f"/register {FROSO}")
    karin.taps("Slå ihop")
    karin.writes("amatörteat")
    karin.taps(BRACKE)
    karin.sees(
        f"{FROSO} blir kvar",
        f"{BRACKE} går upp i den",
        "2 personer, med alla sina anmälningar",
        "BAT",
        "Mötesplatser",
        "b@b.example",
        "1 länk som släpper in folk",
    )
    assert "Kyrkor" not in karin.last.text
    karin.taps("Slå ihop dem")
    karin.sees("Det här går inte att ångra.")
    assert _rows(town) == (bracke, froso)
    karin.taps("Ja, slå ihop dem")

    karin.sees(f"{BRACKE} är nu ett namn som {FROSO} också går under.")
    with town.store.reading() as session:
        for name in (BRACKE, "BAT", FROSO):
            found = organisations.named(session, name)
            assert found is not None
            assert found.id == froso
        assert found is not None
        assert (found.municipality, found.email, found.languages) == (
            "Bräcke",
            "b@b.example",
            ["suomi"],
        )
        assert memberships.count(session, froso) == 2
        assert session.exec(select(Membership)).all() == []
        assert [one.name for one in asked.groups(session, froso)] == ["Kyrkor", "Mötesplatser"]
        assert [one.organisation_id for one in session.exec(select(Admission))] == [froso]
        assert len(session.exec(select(Registration)).all()) == 1
        assert "merged associations" in session.exec(select(Audit.verb)).all()
        assert organisations.get(session, bracke) is None


def test_karin_may_keep_the_other_one(town: Town) -> None:
    """The preview turns round, and what stands is not overwritten."""
    karin = town.organiser()
    bracke, froso = _rows(town)
    with town.store.transaction() as session:
        for row, place in ((bracke, "Bräcke"), (froso, "Östersund")):
            one = organisations.get(session, row)
            assert one is not None
            one.municipality = place
    town.presses(karin, f"merge:{froso}:with:{bracke}")

    karin.taps("Behåll den andra i stället")
    karin.sees(f"{BRACKE} blir kvar")
    karin.taps("Slå ihop dem")
    karin.taps("Ja, slå ihop dem")

    with town.store.reading() as session:
        kept = organisations.named(session, FROSO)
        assert kept is not None
        assert (kept.id, kept.municipality) == (bracke, "Bräcke")


def test_one_who_belonged_to_both_belongs_once(town: Town) -> None:
    """Sara comes from the one and is in the other; Nils is in both beside his own."""
    karin, sara = town.organiser(), town.member("Sara Lind", BRACKE)
    nils = town.member("Nils Åk", "Ås byalag")
    bracke, froso = _rows(town)
    with town.store.transaction() as session:
        now = town.clock.now()
        memberships.add(session, town.row(session, sara), froso, now)
        memberships.add(session, town.row(session, nils), bracke, now)
        memberships.add(session, town.row(session, nils), froso, now)

    town.presses(karin, f"merge:{froso}:do:{bracke}")

    with town.store.reading() as session:
        people = memberships.people(session, froso, 0, 9)
        assert [one.name for one in people] == ["Nils Åk", "Sara Lind"]
        assert len(session.exec(select(Membership)).all()) == 1
        homes = {one.name: one.organisation_id for one in session.exec(select(Person))}
        assert homes["Sara Lind"] == froso


def test_nothing_is_merged_with_itself_or_with_what_is_gone(town: Town) -> None:
    """Forged and old buttons are answered, and nothing is lost."""
    karin = town.organiser()
    bracke, froso = _rows(town)

    for other in (froso, 999, "x"):
        town.presses(karin, f"merge:{froso}:do:{other}")
    town.presses(karin, f"merge:999:do:{bracke}")

    with town.store.reading() as session:
        assert organisations.count(session) == len(ASSOCIATIONS)


def test_a_search_for_the_other_one_that_finds_nothing_says_so(town: Town) -> None:
    """Karin writes again; the one she began with is never offered."""
    karin = town.organiser()
    _, froso = _rows(town)
    town.presses(karin, f"merge:{froso}:find")

    karin.writes("frösö hembygds")
    karin.sees("Jag hittar ingen annan förening för ”frösö hembygds”.")
    karin.writes("kören")

    karin.sees_button("Kören Vid sjön", message=karin.last)
