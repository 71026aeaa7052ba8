"""An invitation goes to those it is for, and those who are missing are invited too."""

from __future__ import annotations

from bot.acts.habits import TITLE, comes, opens
from bot.story import Step, Story, invitation


def chooses(story: Story) -> None:
    """Number and names follow every tap; within the minute it can be stopped and sent again."""
    karin = story.karin
    karin.writes("/ny")
    karin.writes(invitation(story.today, story.zone))
    karin.taps(str(story.words.full_day(story.day)))
    karin.writes("20")
    karin.taps("Se inbjudan")
    karin.sees("Den går till 6 personer")
    karin.taps("Välj vilka")
    karin.taps("Typ av förening")
    karin.taps("ideell kultur")
    karin.sees("Du har valt: ideell kultur.", "Den går till 4 personer", "Märta Dahl")
    karin.taps("nationell minoritet")
    karin.sees("Den går till 5 personer", "Ahmed Ali")
    story.scene("valj-vilka", karin)
    karin.taps("Klart")
    karin.taps("Klart")
    karin.taps("Skicka till 5")
    karin.taps("Stoppa")
    karin.sees("Stoppat")
    story.sara.sees_nothing()
    karin.taps("Se inbjudan")
    karin.taps("Skicka till 5")
    story.stage.moves(seconds=61)
    karin.sees("skickad till 5 personer")
    story.nils.sees("Anmäl dig senast")


def answers(story: Story) -> None:
    """Three come, and one is entered by Karin, since she telephoned."""
    comes(story.sara, "Vegetariskt", need="Hörslinga")
    story.stage.moves(days=1)
    story.karin.taps("Det är bokat")
    comes(story.ahmed)
    story.stage.moves(days=2)
    comes(story.marta, "Glutenfritt")
    opens(story)
    story.karin.taps("Anmäl någon")
    story.karin.sees("Vem vill du anmäla till")
    story.karin.writes("Elsa Svensson")
    story.karin.sees("Vilken förening kommer Elsa Svensson från?")
    story.karin.writes("hembygd")
    story.karin.taps("Storsjöbygdens hembygdsförening")
    story.karin.writes("063-10 20 30")
    story.karin.taps("Äter allt")
    story.karin.taps("Nej tack")
    story.karin.sees("Elsa Svensson är anmäld")


def looks(story: Story) -> None:
    """One card says how it stands; the same as a picture, with words."""
    opens(story)
    story.karin.sees("Kommer: 4 av 20", "ideell kultur", "Elsa Svensson", "Till köket")
    story.scene("laget", story.karin)
    story.karin.taps("Visa som bild")
    story.karin.sees_picture()
    story.karin.sees("Kommer: 4 av 20")
    story.scene("kurva", story.karin)


def misses(story: Story) -> None:
    """A wish beside those who come, gaps first; one tap invites just those who would fill them."""
    karin = story.karin
    opens(story)
    karin.taps("Vilka saknas?")
    for sort, name, number in (
        ("Typer av föreningar", "studieförbund", "1"),
        ("Typer av föreningar", "ideell kultur", "2"),
        ("Språk", "finska", "1"),
    ):
        karin.taps("Välj vilka ni vill nå")
        karin.taps(sort)
        karin.taps(name)
        karin.taps(number)
        karin.taps("Klart")
    karin.sees("Saknas helt: studieförbund", "studieförbund: 0 av minst 1")
    story.scene("vilka-saknas", karin)
    karin.taps("Visa som bild")
    karin.sees_picture()
    story.scene("sammansattning", karin)
    karin.taps("Bjud in just dem (1)")
    karin.sees("Gun Frisk")
    karin.taps("Skicka till 1")
    story.stage.moves(seconds=61)
    story.gun.sees(TITLE, "Anmäl dig senast")
    story.nils.sees_nothing()
    comes(story.gun)


STEPS = (
    Step("Karin väljer vilka inbjudan är till, ångrar sig och skickar", chooses),
    Step("Tre anmäler sig, och en som ringer anmäls av Karin", answers),
    Step("Läget: ett kort, och samma sak som bild", looks),
    Step("Vilka saknas? Bara de bjuds in", misses),
)
