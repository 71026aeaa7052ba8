"""`samklang parse`, as whoever adds a rule or tries an invitation sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.invitation.invitation import Invitation, Reason, doubtful, found
from bot.parsing import from_html, parse, underlined

TEXT = (
    "Dialogträff om kulturplanen\n\nTid: torsdag 4 mars kl. 18–20\nPlats: Folkets hus, Ekby\n"
    "Anmäl dig senast 25 februari till eva@ekby.example.\n"
)


@pytest.fixture
def command() -> typer.Typer:
    """The command as it is registered."""
    app = typer.Typer()
    app.command()(parse)
    return app


def run(command: typer.Typer, *words: str, text: str = TEXT) -> tuple[int, str]:
    """Run the command with a text on stdin; give the exit code and what was printed."""
    done = CliRunner().invoke(command, list(words), input=text, env={"COLUMNS": "120"})
    return done.exit_code, done.output


def test_json_holds_the_promised_fields(command: typer.Typer) -> None:
    """Other programmes can rely on the names."""
    code, said = run(command, "--json", "--today", "2027-02-01")
    plain = json.loads(said)

    assert code == 0
    assert plain["title"] == "Dialogträff om kulturplanen"
    assert (plain["date"], plain["start"], plain["end"]) == ("2027-03-04", "18:00", "20:00")
    assert (plain["deadline"], plain["contact_email"]) == ("2027-02-25", "eva@ekby.example")
    assert plain["year_inferred"]
    assert plain["online"] is False
    assert [plain[name] for name in ("agenda", "links", "doubts", "occasions")] == [[]] * 4
    assert TEXT[slice(*plain["spans"]["date"])] == "torsdag 4 mars"


def test_json_tells_what_must_be_asked(command: typer.Typer) -> None:
    """A doubt has a reason, options and the words it stands on."""
    text = TEXT.replace("torsdag 4", "onsdag 4")

    plain = json.loads(run(command, "--json", "--today", "2027-02-01", text=text)[1])

    assert plain["doubts"] == [
        {
            "field": "date",
            "reason": "weekday_disagrees",
            "options": ["2027-03-04", "2027-03-03"],
            "span": [34, 47],
        }
    ]


def test_the_card_is_the_one_of_the_chat(command: typer.Typer) -> None:
    """Without --json a person reads the review card and the text."""
    code, said = run(command, "-", "--today", "2027-02-01")
    said = said.replace("\u00a0", " ")

    assert code == 0
    assert "Dag: torsdag 4 mars 2027" in said
    assert "Anmäl dig senast 25 februari" in said


def test_several_files_become_a_table(command: typer.Typer, tmp_path: Path) -> None:
    """One row a file, and one that cannot be read is said to be so."""
    good, bad = tmp_path / "bra.txt", tmp_path / "trasig.pdf"
    good.write_text(TEXT, "utf-8")
    bad.write_bytes(b"%PDF-1.4 broken")

    code, said = run(command, str(good), str(bad), "--today", "2027-02-01")

    assert code == 1
    assert "bra.txt" in said
    assert "torsdag 4" in said
    assert "trasig.pdf" in said


def test_several_files_become_lines_of_json(command: typer.Typer, tmp_path: Path) -> None:
    """One line a file, named."""
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(TEXT, "utf-8")

    _, said = run(command, *map(str, files), "--json", "--today", "2027-02-01")
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]

    assert [str(file) for file in files] == [line["file"] for line in lines]


def test_a_file_that_is_not_there_ends_with_one(command: typer.Typer) -> None:
    """A script can tell."""
    code, said = run(command, "/nowhere.txt", "--today", "2027-02-01")

    assert code == 1
    assert "/nowhere.txt" in said


def test_json_says_of_a_bad_file_why(command: typer.Typer) -> None:
    """JSON stays JSON."""
    assert json.loads(run(command, "/nowhere.txt", "--json")[1]) == {"unreadable": "damaged"}


def test_a_day_that_is_none_is_refused(command: typer.Typer) -> None:
    """The day is written as on a calendar file."""
    code, said = run(command, "--today", "i går")

    assert code == 2
    assert "i går" in said


def test_doubtful_words_stand_out() -> None:
    """What is sure is underlined, what is in doubt is yellow too."""
    read = Invitation(
        title=found("ett", (0, 3)), place=doubtful(("två",), (4, 7), Reason.TWO_CANDIDATES)
    )

    marked = underlined("ett två", read)

    assert [(0, 3, "underline"), (4, 7, "underline bold yellow")] == [
        (span.start, span.end, span.style) for span in marked.spans
    ]


def test_a_message_keeps_its_bold_words_in_the_terminal() -> None:
    """The chat's few tags become styles."""
    text = from_html("<b>Dag</b>: 4 &amp; 5</i>")

    assert text.plain == "Dag: 4 & 5"
    assert str(text.spans[0].style) == "bold"
