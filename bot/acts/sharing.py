"""The agenda is composed, a colleague takes a share of the work, and the next meetings are laid."""

from __future__ import annotations

from bot.acts.habits import comes, opens
from bot.story import Step, Story


def composes(story: Story) -> None:
    """A point is added, moved up and laid under another; the whole is a paper."""
    karin = story.karin
    opens(story)
    karin.taps("Dagordning")
    karin.taps("Lägg till punkter")
    karin.writes("13.45 Nästa steg – Olle Ås")
    karin.taps("Nästa steg")
    karin.taps("Upp")
    karin.sees("börjar före punkten ovanför")
    karin.taps("Nästa steg")
    karin.taps("Klockslag")
    karin.writes("13.15")
    karin.taps("Tillbaka till dagordningen")
    karin.sees("13.15 Nästa steg – Olle Ås")
    karin.taps("Hämta som PDF")
    karin.sees("klar att skriva ut")
    karin.document(".pdf")
    story.scene("dagordning", karin)


def shares(story: Story) -> None:
    """A link that works once, and a second yes by someone who is already in."""
    karin, olle = story.karin, story.olle
    karin.writes("/arrangorer")
    karin.taps("Bjud in en arrangör")
    olle.starts(karin.link())
    olle.sees("Jag har frågat dem som sköter nätverket")
    karin.sees("Olle Ås har öppnat länken")
    story.scene("ny-arrangor", karin)
    karin.taps("Ja, släpp in")
    olle.sees("Din roll i nätverket är nu: arrangör")
    comes(olle)
    opens(story, olle)
    olle.sees("Kommer: 6 av 20")


def repeats(story: Story) -> None:
    """The meeting is the model of a new one, which becomes a series."""
    karin = story.karin
    opens(story)
    karin.taps("Mer")
    karin.taps("Använd som mall")
    karin.sees("Vilken dag")
    day = story.before(-56)
    karin.writes(str(story.words.full_day(day)))
    karin.sees(str(story.words.full_day(day)), "Antal platser: 20")
    karin.taps("Serie")
    karin.taps("Varannan vecka")
    karin.taps("3")
    karin.sees(str(story.words.full_day(day)))
    karin.taps("Skapa 3 tillfällen")
    karin.sees("inte utskickat")


STEPS = (
    Step("Dagordningen får en punkt till och blir ett papper", composes),
    Step("Olle hjälper till: en länk som fungerar en gång, och ett ja till", shares),
    Step("Mötet blir mall för tre till", repeats),
)
