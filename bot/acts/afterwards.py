"""What is left of a meeting: what people thought, the minutes, and the papers for the archive."""

from __future__ import annotations

from datetime import time

from bot.acts.habits import TITLE, looks_back
from bot.story import Step, Story


def thinks(story: Story) -> None:
    """Five answer three questions; from then on the sums can be read, without names."""
    story.moves_to(story.before(-1), time(11))
    for actor, thought in (
        (story.sara, "Mycket bra"),
        (story.ahmed, "Bra"),
        (story.gun, "Mycket bra"),
        (story.olle, "Bra"),
        (story.nils, "Bra"),
    ):
        actor.taps(thought)
        actor.taps("Ja")
        actor.writes("Fler unga nästa gång!")
    looks_back(story.karin)
    story.karin.sees("Mycket bra: 2", "Bra: 3", "Ja: 5")
    story.scene("utvardering", story.karin)
    story.karin.taps("Läs 5 kommentarer")
    story.karin.sees("Fler unga nästa gång!")
    story.karin.taps("Visa som bild")
    story.karin.sees_picture()


def minutes(story: Story) -> None:
    """Notes go out for comments, are corrected, and are published with what has changed."""
    karin, sara = story.karin, story.sara
    story.moves_to(story.before(-2), time(10, 30))
    looks_back(story.karin)
    karin.taps("Anteckningar")
    karin.taps("Skriv anteckningar")
    karin.writes("Vi vill ses oftare. Kulturplanen ska gå att läsa på en sida.")
    karin.taps("Klart")
    karin.taps("Lägg in vilka som var med")
    karin.sees("Närvarande:", "Anmält förhinder:")
    karin.taps("Diarienummer")
    karin.writes("KN 2026/77")
    karin.taps("Skicka för synpunkter")
    karin.writes(str(story.words.full_day(story.before(-9))))
    karin.taps("Skicka till 4")
    story.stage.moves(seconds=61)
    sara.taps("Läs anteckningarna")
    sara.taps("Lämna en synpunkt")
    sara.writes("Vi sa januari också.")
    sara.taps("Klart")
    looks_back(story.karin)
    karin.taps("Anteckningar")
    karin.taps("Läs synpunkterna")
    karin.sees("Sara Lind (version 1): Vi sa januari också.")
    story.scene("synpunkter", karin)
    karin.taps("Tillbaka")
    karin.taps("Ny version")
    karin.writes("Nästa träff är i januari.")
    karin.taps("Skriv mer")
    karin.writes("Vi ses igen i januari.")
    karin.taps("Klart")
    karin.taps("Publicera")
    karin.taps("Skicka till 6")
    story.stage.moves(seconds=61)
    story.marta.sees("Det här är ändrat: Nästa träff är i januari.", "KN 2026/77")
    story.scene("ny-version", story.marta)


def hands_over(story: Story) -> None:
    """The archive gets a package with checksums, and the log says who did what."""
    karin = story.karin
    looks_back(story.karin)
    karin.taps("Listor")
    karin.taps("Handlingar till arkivet")
    karin.taps("Utan namn")
    karin.sees("Här är handlingarna")
    karin.document(".zip")
    karin.writes("/logg")
    karin.sees("Karin Ek", TITLE)
    karin.taps("Hämta som fil")


STEPS = (
    Step("Fem svarar, och summan blir läslig", thinks),
    Step("Anteckningarna: synpunkter, ny version, publicerat", minutes),
    Step("Arkivet får sina handlingar, och loggen minns vem som gjorde vad", hands_over),
)
