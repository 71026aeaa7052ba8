"""The demonstration's story: its acts, who is in them, and how they are played."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.acts import afterwards, holding, inviting, meeting, register, sharing, telling
from bot.stage import Stage
from bot.story import DESK_PEOPLE, PEOPLE, Camera, Step, Story


@dataclass(frozen=True, slots=True)
class Act:
    """A part of the story that is played on a stage of its own, from an empty bot."""

    heading: str
    people: tuple[str, ...]
    steps: tuple[Step, ...]


MEETING = Act("Ett möte, så som medlemmarna möter det", PEOPLE, meeting.STEPS)
DESK = Act(
    "Arrangörens bord: allt som Karin sköter från sin telefon",
    DESK_PEOPLE,
    (
        *register.STEPS,
        *inviting.STEPS,
        *sharing.STEPS,
        *telling.STEPS,
        *holding.STEPS,
        *afterwards.STEPS,
    ),
)
ACTS = (MEETING, DESK)


def play(
    act: Act,
    stage: Stage,
    tell: Callable[[str], None],
    *,
    restarting: bool = False,
    camera: Camera = lambda _name, _actor: None,
) -> None:
    """Play every step; raises AssertionError with the chat where one does not happen.

    With `restarting` the bot's process ends after every step. The `camera` is held up where the
    handbook has a picture.
    """
    story = Story(stage, act.people, camera)
    for number, step in enumerate(act.steps, 1):
        tell(f"{number}. {step.heading}")
        step.happens(story)
        if restarting:
            stage.restarts()
