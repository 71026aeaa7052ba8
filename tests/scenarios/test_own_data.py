"""What is saved about a person: shown to her, removed with her, and never anyone else's."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from sqlmodel import Session, SQLModel, func, select

from bot.deeds import own_data
from bot.records.admission import AdmissionKind
from bot.records.erasure import Erasure
from bot.records.need import Need
from bot.records.registration import Registration, Standing
from bot.rules.traces import TRACES, Fate, Trace
from bot.simulator.cast import Player
from bot.turn import Turn
from tests.filler import everything, leave_traces
from tests.town import NETWORK, Town, comes


def _comes(player: Player, food: str = "Vegetariskt") -> None:
    player.taps("Anmäl mig")
    player.taps("Ja, spara mitt svar")
    player.taps(food)
    player.taps("Klart")
    player.taps("Nej tack")


def _erases(player: Player) -> None:
    player.writes("/radera")
    player.taps("Ja, ta bort det")


def test_health_comes_in_the_file_only_when_she_asks_once_more(town: Town) -> None:
    """The first file tells that she has answered; the second, at a tap, what."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    _comes(sara)

    sara.writes("/minadata")
    sara.sees("Svar om mat och behov: 2, krypterade", "inte med", "sparar en kopia")
    first = json.loads(sara.document(".json"))
    assert {"food", "access"} == {one["kind"] for one in first["food_and_needs"]}
    assert "vegetarian" not in json.dumps(first)
    sara.taps("Ja, med mat och behov")
    sara.sees("också dina svar om mat och behov")

    second = json.loads(sara.document(".json"))
    assert [["vegetarian"], []] == [one["chosen"] for one in second["food_and_needs"]]
    assert all(one["answered_at"] for one in second["food_and_needs"])


def test_one_who_has_told_nothing_is_offered_nothing(town: Town) -> None:
    """No question about health where there is none."""
    sara = town.member("Sara Lind")

    sara.writes("/minadata")

    sara.sees("Tänk på att filen går genom Telegram")
    sara.sees_no_button("Ja, med mat och behov")


def test_what_she_has_chosen_is_part_of_her_data(town: Town) -> None:
    """Settings, silence and muted meetings can be read in the chat and stand in the file."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    sara.writes("/installningar")
    for label in ("Färre påminnelser", "Visa mitt namn för andra", "Tysta timmar"):
        sara.taps(label)
    sara.taps("22–9")
    town.presses(sara, f"own:{meeting.id}:mute:on")
    sara.writes("/stopp")

    sara.writes("/minadata")

    sara.sees("Påminnelser: färre", "Dina egna tysta timmar: kl. 22.00–09.00")
    sara.sees("kan se det", "Inga påminnelser om: Dialogträff", "Utskick: stoppade")
    whole = json.loads(sara.document(".json"))
    assert "22:00:00" == whole["person"]["quiet_from"]
    assert "few" == whole["person"]["reminders"]
    assert "Dialogträff om kulturplanen" == whole["about_you"]["mute"][0]["meeting"]


def test_the_file_holds_every_table_and_nobody_elses_rows_j7(town: Town) -> None:
    """A row about her in every table is in her file; the same rows about another are not."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(karin)
    with town.store.transaction() as session:
        for player, word in ((sara, "SARAS"), (ahmed, "AHMEDS")):
            row = town.row(session, player)
            leave_traces(session, row.id, player.user.id, word)

    with town.store.transaction() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        turn.person = town.row(session, sara)
        whole = own_data.whole(turn, turn.person, with_needs=True)

    about = {one.table for one in TRACES if one.fate == Fate.REMOVED}
    made = {f"{one.table}_{one.column}" for one in TRACES if one.fate == Fate.LOOSENED}
    assert isinstance(whole["about_you"], dict)
    assert isinstance(whole["made_by_you"], dict)
    assert about == set(whole["about_you"])
    assert made - {"person_entered_by"} == set(whole["made_by_you"])
    written = json.dumps(whole)
    assert "SARAS" in written
    assert "AHMEDS" not in written
    assert str(ahmed.user.id) not in written


def test_colleagues_she_has_entered_are_in_her_file_j7(town: Town) -> None:
    """What she told about them is told back to her: name, telephone and the answer."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    marta = town.has_no_telegram("Märta Dahl", sara, phone="070-123 45 67")
    with town.store.transaction() as session:
        now, by = town.clock.now(), town.row(session, sara).id
        facts = {"meeting_id": meeting.id, "person_id": marta, "registered_by": by}
        when = {"created_at": now, "changed_at": now}
        session.add(Registration.model_validate({"standing": Standing.GOING, **facts, **when}))

    sara.writes("/minadata")

    made = json.loads(sara.document(".json"))["made_by_you"]
    assert "070-123 45 67" == made["person_entered_by"][0]["phone"]
    assert "Märta Dahl" == made["registration_registered_by"][0]["name"]


def test_erasing_removes_every_trace_and_touches_nobody_else_j1_j2(town: Town) -> None:
    """Her number and her words are in no table any more; another's are all left."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(karin)
    _comes(sara)
    with town.store.transaction() as session:
        hers = town.row(session, sara).id
        for player, word in ((sara, "SARAS"), (ahmed, "AHMEDS")):
            leave_traces(session, town.row(session, player).id, player.user.id, word)
    with town.store.reading() as session:
        before = _counted(session, town, ahmed)

    _erases(sara)
    sara.sees("Allt om dig är borta")
    town.arrives(date(2026, 11, 4), "12:00")

    with town.store.reading() as session:
        whole = everything(session)
        assert "Sara Lind" not in whole
        assert str(sara.user.id) not in whole
        assert "SARAS" not in whole
        assert not any(_points(session, one, hers) for one in TRACES if one.fate != Fate.KEPT)
        assert before == _counted(session, town, ahmed)


def _points(session: Session, trace: Trace, number: int) -> int:
    """Count the rows of one trace."""
    table = SQLModel.metadata.tables[trace.table]
    found = select(func.count()).select_from(table).where(table.c[trace.column] == number)
    return session.exec(found).one()


def _counted(session: Session, town: Town, player: Player) -> dict[str, int]:
    """Count all traces of someone, but for the files and answers that come and go meanwhile."""
    row = town.row(session, player).id
    numbers = {True: player.user.id, False: row}
    return {
        f"{one.table}.{one.column}": _points(session, one, numbers[one.by_telegram])
        for one in TRACES
        if one.table not in {"paper", "outgoing"}
    }


def test_erasing_twice_is_no_trouble(town: Town) -> None:
    """She may come back by a link and leave once more."""
    town.organiser()
    sara = town.joins("Sara Lind", AdmissionKind.MEMBER, "Ås byalag")
    _erases(sara)
    sara.starts(town.link(AdmissionKind.MEMBER))
    sara.writes("Sara Lind")
    sara.taps("Ås byalag")

    _erases(sara)

    sara.sees("Allt om dig är borta")
    with town.store.reading() as session:
        assert 1 == len(session.exec(select(Erasure)).all())


def _public(tmp_path: Path, gallring: str) -> Town:
    return Town(tmp_path, network={**NETWORK, "kind": "myndighet", "gallring": gallring})


def test_a_public_body_without_a_decision_removes_what_it_may(tmp_path: Path) -> None:
    """Health, settings and her coming places go; name and answers are kept, and she is told."""
    town = _public(tmp_path, "")
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(karin, seats=1)
    _comes(sara)
    ahmed.taps("Anmäl mig")
    sara.writes("/installningar")
    sara.taps("Visa mitt namn för andra")

    sara.writes("/radera")
    sara.sees("Region Storsjön är en myndighet och har ännu inte beslutat", "kultur@region.example")
    sara.taps("Ja, ta bort det")

    sara.sees(
        "jag skriver inte till dig mer", "dina anmälningar finns kvar", "kultur@region.example"
    )
    ahmed.sees("En plats är ledig")
    with town.store.reading() as session:
        row = town.row(session, sara)
        assert row.stopped_at
        assert not row.shows_name
        hers = select(Need).join(Registration).where(Registration.person_id == row.id)
        assert not session.exec(hers).all()
        answer = session.exec(select(Registration).where(Registration.person_id == row.id)).one()
        assert Standing.CANCELLED == answer.standing
    assert [] == town.complaints()
    town.close()


def test_a_public_body_with_a_decision_removes_everything_by_it(tmp_path: Path) -> None:
    """The question names the decision, and nothing is left."""
    town = _public(tmp_path, "KN 2026/123")
    town.organiser()
    sara = town.member("Sara Lind")

    sara.writes("/radera")
    sara.sees("Region Storsjön är en myndighet och raderar enligt det här beslutet: KN 2026/123.")
    sara.taps("Ja, ta bort det")

    sara.sees("Allt om dig är borta")
    with town.store.reading() as session:
        assert "Sara Lind" not in everything(session)
    town.close()


def test_a_question_is_forgotten_when_nobody_answers_f11(town: Town) -> None:
    """After a month a text is no answer any more; the button under the old question still works."""
    sara = town.member("Sara Lind")
    sara.writes("/installningar")
    sara.taps("Tysta timmar")
    question = sara.last
    town.moves(days=32)

    sara.writes("21-7")
    sara.sees("Mötena ser du med /moten")
    sara.taps("22–9", message=question)

    sara.sees("Dina egna tysta timmar: kl. 22.00–09.00")


def test_a_question_waits_its_whole_time_f11(town: Town) -> None:
    """It is counted from when she was asked, not from a question that she answered long ago."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser(), day=date(2027, 2, 6), closes_on=date(2027, 1, 25))
    comes(sara)
    town.moves(days=32)

    sara.taps("Anmäl fler")
    town.moves(days=2)
    sara.writes("Ahmed Ali")

    sara.sees("Ahmed Ali är anmäld")


def test_one_who_never_came_in_is_forgotten_f11(town: Town) -> None:
    """She gave her name and then nothing; a month later she is met as someone new."""
    town.organiser()
    nils = town.stranger("Nils Berg")
    nils.starts(town.link(AdmissionKind.MEMBER))
    nils.writes("Nils Berg")
    town.moves(days=29)
    with town.store.reading() as session:
        assert town.row(session, nils)

    town.moves(days=3)

    with town.store.reading() as session:
        assert "Nils Berg" not in everything(session)
        assert str(nils.user.id) not in everything(session)
    nils.taps("Ås byalag")
    nils.sees("behöver du en länk")
