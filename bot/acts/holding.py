"""The day of the meeting: lists on paper, names ticked off, and what everyone takes home."""

from __future__ import annotations

from datetime import time

from bot.acts.habits import looks_back, opens
from bot.deeds import codes
from bot.store import meetings, people, registrations
from bot.story import Actor, Step, Story
from bot.turn import Turn


def prints(story: Story) -> None:
    """The participants as spreadsheet and text, a sheet to sign and badges to cut."""
    opens(story)
    story.karin.taps("Listor")
    for label, ending, scene in (
        ("Deltagare (CSV)", ".csv", ""),
        ("Deltagare (Excel)", ".xlsx", "deltagarlista"),
        ("Närvarolista", ".pdf", "narvarolista"),
        ("Namnbrickor", ".pdf", "namnbrickor"),
    ):
        story.karin.taps(label)
        story.karin.document(ending)
        if scene:
            story.scene(scene, story.karin)


def ticks_off(story: Story) -> None:
    """A tap on a name, a code on a telephone, and one who comes unannounced."""
    karin, olle = story.karin, story.olle
    story.moves_to(story.day, time(9, 40))
    opens(story)
    karin.taps("Listor")
    karin.taps("Pricka av")
    karin.sees("0 av 6 är här")
    karin.taps("Ahmed Ali")
    karin.sees("1 av 6 är här")
    story.sara.taps("Visa min kod")
    story.sara.sees_picture()
    olle.starts(_code(story, story.sara))
    olle.sees("Sara Lind (Bygdeteatern Månskenet) är här.", "2 av 6 är här")
    for name in ("Elsa Svensson", "Gun Frisk", "Olle Ås"):
        karin.taps(name)
    story.scene("pricka-av", karin)
    karin.writes("Siri Ström")
    karin.taps("Skriv upp Siri Ström")
    karin.sees("6 av 7 är här")


def _code(story: Story, actor: Actor) -> str:
    """Read the link that stands in someone's code, as a camera would."""
    with story.stage.store.reading() as session:
        turn = Turn(session, story.stage.app.house, story.stage.clock.now())
        person = people.by_telegram_id(session, actor.player.user.id)
        (meeting,) = meetings.announced(session)
        mine = person and registrations.of(session, meeting.id, person.id)
        if not mine:
            raise actor.player.failure("no code")
        return codes.link(turn, mine)


def proves(story: Story) -> None:
    """Whoever was there can show it on a paper."""
    story.moves_to(story.day, time(15))
    looks_back(story.sara)
    story.sara.taps("Få ett intyg")
    story.sara.sees("Här är ditt intyg")
    story.sara.document(".pdf")
    story.scene("intyg", story.sara)


STEPS = (
    Step("Listorna: kalkylblad, närvarolista och namnbrickor", prints),
    Step("Vid dörren: ett tryck, en kod och en oanmäld", ticks_off),
    Step("Sara hämtar sitt intyg", proves),
)
