"""`samklang export`, `import`, `audit` and `purge`, as the one who runs the bot meets them."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import typer
from openpyxl import Workbook, load_workbook
from sqlmodel import select
from typer.testing import CliRunner

from bot import clearing_out, handing_over, opening, reading_log, register_import
from bot.records.audit import Audit
from bot.records.inline_card import InlineCard
from bot.records.meeting import Meeting, Status
from bot.records.minutes import Minutes, MinutesStatus
from bot.records.need import Need, NeedKind
from bot.records.organisation import Organisation
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.store import organisations, schema
from bot.store.engine import Store
from tests.store.test_bad_disk import no_file_over

OK, FAILED, MISCONFIGURED = 0, 1, 2
LONG_AGO = datetime.now(UTC) - timedelta(days=500)


@dataclass(frozen=True)
class House:
    """A folder with settings and a database."""

    folder: Path
    kind: str = "förening"

    @property
    def url(self) -> str:
        """Where the rows are."""
        return f"sqlite:///{self.folder / 'samklang.db'}"

    def runs(self, command: Callable[..., None], *given: str) -> tuple[int, str]:
        """Run a command; give the exit code and what was said."""
        config = self.folder / "config.toml"
        config.write_text(
            f'[database]\nurl = "{self.url}"\n[network]\nkind = "{self.kind}"\n', encoding="utf-8"
        )
        app = typer.Typer()
        app.command()(command)
        done = CliRunner().invoke(app, ["--config", str(config), *given])
        return done.exit_code, done.output

    def names(self) -> list[str]:
        """What the register holds."""
        store = Store(self.url)
        with store.reading() as session:
            found = sorted(session.exec(select(Organisation.name)))
        store.close()
        return found


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """Give a house with a register, an old meeting, and someone who was there."""
    monkeypatch.chdir(tmp_path)
    house = House(tmp_path)
    store = Store(house.url)
    schema.migrate(store)
    with store.transaction() as session:
        organisations.add(session, "Ås byalag", None, LONG_AGO)
        person = Person(name="Sara Lind", is_private=True, created_at=LONG_AGO)
        meeting = Meeting(
            secret="s",
            status=Status.ANNOUNCED,
            title="Gammal träff",
            day=LONG_AGO.date(),
            start=time(10),
            end=time(12),
            created_by=1,
            created_at=LONG_AGO,
        )
        session.add(person)
        session.add(meeting)
        session.flush()
        mine = Registration(
            meeting_id=meeting.id,
            person_id=person.id,
            standing=Standing.GOING,
            created_at=LONG_AGO,
            changed_at=LONG_AGO,
        )
        session.add(mine)
        session.flush()
        session.add(
            Need(
                registration_id=mine.id,
                meeting_id=meeting.id,
                kind=NeedKind.FOOD,
                answered_at=LONG_AGO,
            )
        )
        session.add(InlineCard(meeting_id=meeting.id, inline_id="AA", created_at=LONG_AGO))
        now = datetime.now(UTC)
        session.add(Audit(at=now, actor_id=person.id, verb="sent", meeting_id=meeting.id))
        session.add(Audit(at=LONG_AGO, actor_id=None, verb="closed", meeting_id=meeting.id))
    store.close()
    return house


def test_a_meeting_is_exported_for_the_archive(house: House) -> None:
    """Only its owner may read it, nothing is written over, and what is missing is named."""
    store = Store(house.url)
    with store.transaction() as session:
        out = Minutes(meeting_id=1, status=MinutesStatus.PUBLISHED, created_at=LONG_AGO)
        out.file_id, out.file_name = "f", "protokoll.pdf"
        session.add(out)
    store.close()

    code, said = house.runs(handing_over.export, "m.zip", "--meeting", "1", "--names")

    assert (code, "kontrollsummor i manifest.json" in said) == (OK, True)
    assert "Dokumentet protokoll.pdf saknas" in said
    assert stat.S_IMODE((house.folder / "m.zip").stat().st_mode) == 0o600
    with zipfile.ZipFile(house.folder / "m.zip") as archive:
        assert "Sara Lind" in archive.read("deltagare.csv").decode()
    assert house.runs(handing_over.export, "m.zip")[0] == FAILED


def test_what_the_disk_has_no_room_for_is_not_left_half_h5(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason is said, and no half file stands in the way of the next try."""
    with no_file_over(10), pytest.raises(typer.Exit):
        opening.hand_out(tmp_path / "m.zip", b"x" * 100)

    assert "File too large" in capsys.readouterr().err
    assert not (tmp_path / "m.zip").exists()


def test_a_wrong_number_shows_the_right_ones(house: House) -> None:
    """With their titles."""
    code, said = house.runs(handing_over.export, "m.zip", "--meeting", "7")

    assert (code, "1  Gammal träff" in said) == (FAILED, True)
    assert not (house.folder / "m.zip").exists()


def test_the_bot_may_run_while_something_is_exported(house: House) -> None:
    """An export only reads."""
    running = Store(house.url)
    running.lock()

    code, said = house.runs(handing_over.export, "m.zip", "--json")
    running.close()

    told = json.loads(said)
    assert (code, told["file"], told["missing"]) == (OK, "m.zip", [])


def _sheet(folder: Path, *rows: tuple[str, ...]) -> str:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    book.save(folder / "lista.xlsx")
    return "lista.xlsx"


def test_a_spreadsheet_is_imported_after_a_yes(house: House) -> None:
    """What is new is written, what is much alike is left for a person to decide."""
    file = _sheet(
        house.folder,
        ("Förening", "Kommun", "E-post"),
        ("Kören Vid sjön", "Krokom", "anna@"),
        ("Ås  BYALAG", "Krokom", ""),
        ("Äs byalag", "Krokom", ""),
    )

    code, said = house.runs(register_import.bring_in, file)
    assert (code, house.names()) == (OK, ["Ås byalag"]), "nobody was there to say yes"
    assert "1 är ny.\n1 är ändrad." in said
    assert "Rad 4: Äs byalag liknar Ås byalag." in said
    assert "Rad 2: Kören Vid sjön. ”anna@” tar jag inte med" in said

    code, said = house.runs(register_import.bring_in, file, "--yes", "--json")

    assert json.loads(said) == {"new": 1, "changed": 1, "same": 0, "doubtful": 1, "written": 2}
    assert house.names() == ["Kören Vid sjön", "Ås byalag"]
    code, said = house.runs(register_import.bring_in, file, "--yes")
    assert "Ingenting är ändrat" in said, "a second time there is nothing to do"


@pytest.mark.parametrize("content", [b"\x00\x01", b"", b"17;18\n19;20"])
def test_what_is_no_list_of_associations_is_refused(house: House, content: bytes) -> None:
    """With a hint of what it should be."""
    (house.folder / "lista.csv").write_bytes(content)

    code, said = house.runs(register_import.bring_in, "lista.csv", "--yes")

    assert (code, house.names()) == (FAILED, ["Ås byalag"])
    assert "lista.csv" in said


def test_the_register_is_not_written_behind_a_running_bot_h8(house: House) -> None:
    """In the chat it can be done while the bot runs."""
    running = Store(house.url)
    running.lock()

    code, said = house.runs(register_import.bring_in, _sheet(house.folder, ("Namn",), ("A B",)))
    running.close()

    assert (code, "gör det i chatten" in said) == (FAILED, True)


def test_the_log_is_read_and_written_to_a_file(house: House) -> None:
    """Names and deeds, the latest first."""
    code, said = house.runs(reading_log.audit, "--json")
    assert code == OK
    assert [one["verb"] for one in json.loads(said)] == ["closed", "sent"]

    assert house.runs(reading_log.audit, "logg.xlsx")[0] == OK
    sheet = load_workbook(house.folder / "logg.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[3]][1:4] == [
        "Sara Lind",
        "skickade inbjudan",
        "Gammal träff",
    ]
    assert house.runs(reading_log.audit, "logg.xlsx")[0] == FAILED
    told = json.loads(house.runs(reading_log.audit, "logg.csv", "--json")[1])
    assert told == {"file": "logg.csv", "rows": 2}
    assert "stängde anmälan" in house.runs(reading_log.audit)[1].replace("\n", " ")


def test_what_has_served_its_time_is_erased_and_counted_j4(house: House) -> None:
    """First it is only tried, and then done."""
    code, said = house.runs(clearing_out.purge, "--dry-run", "--json")
    tried = json.loads(said)
    assert (code, tried["needs"], tried["registrations"], tried["log"]) == (OK, 1, 1, 1)

    code, said = house.runs(clearing_out.purge)

    assert "Det här är raderat:" in said
    again = json.loads(house.runs(clearing_out.purge, "--json")[1])
    assert (again["needs"], again["registrations"], again["log"]) == (0, 0, 0)
    store = Store(house.url)
    with store.reading() as session:
        assert not session.exec(select(InlineCard)).all()
    store.close()


def test_a_public_body_needs_a_decision(house: House) -> None:
    """And the decision's number stands in the log."""
    house = House(house.folder, "myndighet")

    assert house.runs(clearing_out.purge)[0] == MISCONFIGURED
    code, said = house.runs(clearing_out.purge, "--decision", "KN 2026/123", "--json")

    assert (code, json.loads(said)["registrations"]) == (OK, 1)
    log = json.loads(house.runs(reading_log.audit, "--json")[1])
    assert (log[0]["verb"], log[0]["detail"]) == ("purged", "KN 2026/123")


def test_a_folder_without_a_network_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is made."""
    monkeypatch.chdir(tmp_path)

    code, said = House(tmp_path).runs(handing_over.export, "m.zip")

    assert (code, "Det finns inget nätverk" in said) == (FAILED, True)


def test_todays_meeting_is_not_old(house: House) -> None:
    """Only what has served its time is erased."""
    store = Store(house.url)
    with store.transaction() as session:
        meeting = session.get_one(Meeting, 1)
        meeting.day = date.today()  # noqa: DTZ011 - any day that is not long ago
    store.close()

    assert json.loads(house.runs(clearing_out.purge, "--json")[1])["needs"] == 0
