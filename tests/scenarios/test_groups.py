"""The card in a group: numbers that count along, taps by anyone, groups that come and go."""

from __future__ import annotations

from bot.simulator.cast import GroupView
from bot.simulator.people import User
from tests.town import Town

ANONYMOUS_ADMIN = 1087968824
"""Telegram's account for admins who write as the group (Bot API, "GroupAnonymousBot")."""


def _edits(town: Town, group: GroupView) -> int:
    return sum(
        change.kind == "edited" and change.chat_id == group.place.id
        for change in town.telegram.changes.all
    )


def test_the_card_counts_without_names(town: Town) -> None:
    """Numbers are for everyone in the group, names for nobody."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    town.announces(karin, seats=3)

    sara.taps("Anmäl mig")
    town.moves(seconds=5)

    group.sees("1 anmäld, 2 platser kvar")
    assert "Sara" not in group.last.text


def test_many_registrations_are_one_edit(town: Town) -> None:
    """Ten who register in the same second change the card once."""
    karin = town.organiser()
    people = [town.member(f"Medlem {number}") for number in range(10)]
    group = town.gathers(karin, *people)
    meeting = town.announces(karin)
    before = _edits(town, group)

    for player in people:
        town.telegram.taps(player.user, player.last, player.last.buttons[0])
    town.settle()
    town.moves(seconds=10)

    group.sees("10 anmälda")
    assert meeting.id is not None
    assert _edits(town, group) - before <= 2


def test_a_member_registers_from_the_group(town: Town) -> None:
    """The tap in the group is answered there in a word, and the questions come in private."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.gathers(karin, sara)
    town.announces(karin)

    sara.taps("Anmäl mig", in_group=True)

    sara.sees_toast("Du är anmäld! Jag har skrivit till dig i en privat chatt.")
    sara.sees("Är det något du inte äter?")


def test_a_stranger_in_the_group_is_led_to_the_door(town: Town) -> None:
    """One the bot does not know comes in by the same tap, to the meeting she wanted."""
    karin, nils = town.organiser(), town.stranger("Nils Berg")
    town.gathers(karin, nils)
    town.announces(karin)

    nils.taps("Öppna i privat chatt", in_group=True)
    nils.sees("Vad heter du?")
    nils.writes("Nils Berg")
    nils.taps("Ås byalag")

    nils.sees("Dialogträff om kulturplanen")
    nils.sees_button("Anmäl mig")


def test_one_who_is_silent_can_still_come_by_the_group(town: Town) -> None:
    """One the bot may not write to is led to the private chat instead of left in doubt."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    town.announces(karin)
    sara.writes("/stopp")

    sara.taps("Anmäl mig", in_group=True)
    town.moves(seconds=5)

    group.sees("0 anmälda")


def test_full_in_the_group_means_the_reserve_list(town: Town) -> None:
    """The toast says where she stands, the card says how many wait."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    group = town.gathers(karin, sara, ahmed)
    town.announces(karin, seats=1)
    sara.taps("Anmäl mig", in_group=True)

    ahmed.taps("Anmäl mig", in_group=True)
    ahmed.sees_toast("Du står på reservlistan")
    town.moves(seconds=5)

    group.sees("1 anmäld. Mötet är fullt, 1 på reservlistan.")


def test_an_anonymous_admin_is_asked_to_act_as_herself_f14(town: Town) -> None:
    """The group itself cannot register; the one behind it is told how."""
    karin = town.organiser()
    group = town.gathers(karin, town.member("Sara Lind"))
    town.announces(karin)
    nobody = User(ANONYMOUS_ADMIN, "Group", username="GroupAnonymousBot", is_bot=True)
    group.place.seat(nobody, "administrator")
    town.telegram.users[nobody.id] = nobody

    town.telegram.taps(nobody, group.last, group.last.buttons[0])
    town.settle()

    toasts = [c.text for c in town.telegram.changes.all if c.kind == "toast"]
    assert "anonymt läge" in toasts[-1]
    group.sees("0 anmälda")


def test_a_personal_button_in_a_group_is_nobody_elses_g2(town: Town) -> None:
    """Only the card's own button acts in a group, whatever else is pressed there."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    meeting = town.announces(karin)

    sara.forges(f"meet:{meeting.id}:cancel:yes", message=group.last)

    sara.sees_toast("Den knappen är till för någon annan")
    group.sees("0 anmälda")


def test_a_stranger_cannot_take_the_bot_to_her_group_g7(town: Town) -> None:
    """The bot leaves without a word, and the owner hears of it."""
    karin, nils = town.organiser(), town.stranger("Nils Berg")
    own = town.telegram.add_group("Nils vänner", [], admins=[nils.user])

    town.telegram.adds_bot(nils.user, own)
    town.settle()

    assert "left" == own.status(town.telegram.bot)
    assert not [one for one in town.telegram.history(own) if one.from_bot and one.text]
    karin.sees("lade till mig i Nils vänner. Jag har lämnat gruppen.")


def test_a_group_added_late_gets_the_card_with_the_next_invitation(town: Town) -> None:
    """Every group with the bot shows every new meeting."""
    karin = town.organiser()
    town.member("Sara Lind")
    first = town.gathers(karin)
    second = town.cast.gathers("Teatergruppen", karin)

    town.announces(karin)

    first.sees("0 anmälda")
    second.sees("0 anmälda")


def test_a_group_that_put_the_bot_out_is_left_in_peace(town: Town) -> None:
    """Removed from the group, the bot neither posts nor edits there any more."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    town.announces(karin)
    town.telegram.removes_bot(karin.user, group.place)
    town.settle()
    calls = len(town.telegram.log)

    sara.taps("Anmäl mig")
    town.moves(minutes=1)
    town.announces(karin, title="Höstmötet")

    chats = [call.params.get("chat_id") for call in list(town.telegram.log)[calls:]]
    assert str(group.place.id) not in chats


def test_the_card_follows_a_group_that_becomes_a_supergroup_i1(town: Town) -> None:
    """After the move the next card stands in the new chat, and nothing is lost."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    old = town.telegram.add_group("Kulturnätet", [sara.user], admins=[karin.user], kind="group")
    town.telegram.adds_bot(karin.user, old)
    town.settle()

    new = GroupView(town.telegram, town.telegram.upgrades(old))
    town.settle()
    town.announces(karin)

    new.sees("Dialogträff om kulturplanen", "0 anmälda")


def test_the_bot_helps_in_private_not_in_the_group_f13(town: Town) -> None:
    """A command in the group is answered with the way to the private chat."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)

    sara.writes("/start", in_group=True)

    group.sees("Skriv till mig i en privat chatt")


def test_talk_in_the_group_is_none_of_the_bots_business_f13(town: Town) -> None:
    """What people say to each other is neither answered nor repeated."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    group.looks_away()

    sara.writes("Jag är allergisk mot nötter, kommer ni?", in_group=True)

    group.sees_nothing()


def test_the_card_in_a_group_speaks_the_networks_language(town: Town) -> None:
    """Whoever wrote the meeting, and whoever taps."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    group = town.gathers(karin, sara)
    with town.store.transaction() as session:
        for player in (karin, sara):
            town.row(session, player).language = "fi"
    town.announces(karin)

    sara.taps("Anmäl mig", in_group=True)
    town.moves(seconds=5)

    group.sees("1 anmäld")
    assert [["Anmäl mig"], ["Öppna i privat chatt"]] == [
        [button.text for button in row] for row in group.last.keyboard
    ]
