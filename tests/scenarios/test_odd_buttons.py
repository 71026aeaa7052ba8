"""Buttons and links that are old, forged, cut or made up lead nowhere they should not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.town import Town, tells
from tests.town_doings import asked_food

FORGED = (
    "come:999999:yes", "come:1:explode", "come:0:yes", "meet:999:send", "meet:1:nothing",
    "meet:1:change:secret", "meet:1:day:2026-99-99", "meet:1:form:nowhere", "desk:77:grant",
    "after:9:overall:great", "join:0:org:99999999999999999999", "join:0:page:-1", "join:0:add:yes",
    "self:0:language:xx", "self:0:erase:maybe", "self:0:nothing", "x", "", "a:b:c", ":::",
    "come:\u0661:yes", "come:1:food:" + "x" * 40, "meet:18446744073709551616:send",
    "come:1:attends:moon", "come:1:again:everything", "meet:1:seats:-5",
)  # fmt: skip


@pytest.mark.parametrize("who", ["member", "organiser", "stranger"])
def test_a_forged_button_has_no_effect_g1(town: Town, who: str) -> None:
    """It is answered, changes nothing and tells nothing."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.stranger("Nils")
    town.announces(karin)
    player = {"member": sara, "organiser": karin, "stranger": nils}[who]
    player.writes("/hjalp")

    for data in FORGED:
        player.forges(data)
        assert "Något gick fel" not in player.last.text
    town.moves(minutes=2)

    karin.writes("/moten")
    karin.sees("Dialogträff om kulturplanen, lördag 5 december kl. 10.00–14.00")


def test_a_button_of_someone_elses_meeting_work_is_refused_g1(town: Town) -> None:
    """A member who gets hold of an organiser's token sees nothing and stops nothing."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)

    for step in ("desk", "review", "cancel:yes", "close", "change:place", "seats:1", "undo"):
        sara.forges(f"meet:{meeting.id}:{step}")
        sara.sees_toast("Det kan bara arrangörer göra")


def test_stale_buttons_show_the_present_f2(town: Town) -> None:
    """The button of an answered question has no effect and says so."""
    sara = asked_food(town)
    question = sara.last
    tells(sara, "Vegetariskt")
    sara.taps("Nej tack")

    sara.forges("come:1:food:vegan", message=question)

    sara.sees_toast("Det har du redan svarat på")
    sara.writes("/minadata")
    sara.taps("Ja, med mat och behov")
    assert b"vegetarian" in sara.document(".json")


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(parameter=st.text(max_size=80).filter(lambda text: text.strip() == text))
def test_any_deep_link_is_answered_politely_c9(town: Town, parameter: str) -> None:
    """Whatever stands after /start, a stranger stays one and gets an answer."""
    town.has_odd_writers = True
    nils = town.stranger("Nils")

    nils.starts(parameter)

    nils.sees("063-10 20 30")


@pytest.mark.parametrize("parameter", ["m-", "m-okänd", "m-" + "x" * 62, "%00", "../../x", "m-1:2"])
def test_a_wrong_link_to_a_meeting_is_answered_c9(town: Town, parameter: str) -> None:
    """A link that was cut or made up leads to a person who can help."""
    sara = town.member("Sara Lind")

    sara.starts(parameter)

    sara.sees("Länken fungerar inte längre", "063-10 20 30")


def test_a_link_to_a_draft_is_answered_c9(town: Town) -> None:
    """A meeting nobody has been told of is not shown by its link."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    draft = town.drafts(karin)

    sara.starts(town.app.house.link_to(draft))

    assert "Dialogträff" not in sara.last.text
