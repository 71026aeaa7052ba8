"""What is done over and over in the story: a meeting's card is opened, someone registers."""

from __future__ import annotations

from bot.story import Actor, Story, tells

TITLE = "Dialogmöte om kulturen i bygden"


def opens(story: Story, organiser: Actor | None = None) -> None:
    """Open the card of the meeting."""
    actor = organiser or story.karin
    actor.writes("/moten")
    actor.taps(TITLE)
    actor.taps("Se vilka som kommer")


def looks_back(someone: Actor) -> None:
    """Open the meeting when it has been held."""
    someone.writes("/moten")
    someone.taps("Tidigare")
    someone.taps(TITLE)


def comes(actor: Actor, *food: str, need: str = "") -> None:
    """Register and answer what is asked."""
    actor.taps("Anmäl mig")
    if food:
        tells(actor, *food)
    else:
        actor.taps("Jag äter allt")
    if need:
        tells(actor, need)
    else:
        actor.taps("Nej tack")
    actor.taps("Ja, visa mitt namn")
