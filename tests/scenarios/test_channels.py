"""In a channel one taps and is led in; nobody is led to what is not hers."""

from __future__ import annotations

from bot.records.person import Role
from bot.simulator.cast import GroupView
from bot.simulator.people import User
from tests.town import Town


def test_another_organiser_may_bring_the_bot(town: Town) -> None:
    """Whoever helps to run the network may add it to a group."""
    town.organiser()
    eva = town.organiser("Eva Strand", Role.ORGANISER)

    town.gathers(eva)

    eva.looks_away()
    group = town.cast.group
    assert "administrator" == group.place.status(town.telegram.bot)


def test_a_channel_shows_the_card_and_takes_a_tap(town: Town) -> None:
    """Posts there are the bot's; a reader whom it knows is registered, and the post counts."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    channel = town.telegram.add_group(
        "Kulturnytt", [sara.user], admins=[karin.user], kind="channel"
    )
    town.telegram.adds_bot(karin.user, channel)
    town.settle()
    town.announces(karin, seats=2)
    posts = GroupView(town.telegram, channel)

    sara.taps("Anmäl mig", message=posts.last)
    sara.sees_toast("Du är anmäld! Jag har skrivit till dig i en privat chatt.")
    town.moves(seconds=5)

    posts.sees("1 anmäld, 1 plats kvar")


def test_a_stranger_who_reads_the_channel_is_led_in(town: Town) -> None:
    """The tap opens the private chat at the meeting."""
    karin, nils = town.organiser(), town.stranger("Nils Berg")
    channel = town.telegram.add_group(
        "Kulturnytt", [nils.user], admins=[karin.user], kind="channel"
    )
    town.telegram.adds_bot(karin.user, channel)
    town.settle()
    town.announces(karin)

    nils.taps("Anmäl mig", message=GroupView(town.telegram, channel).last)

    nils.sees("Vad heter du?")


def test_what_the_channel_itself_writes_is_nobodys_word_f14(town: Town) -> None:
    """Telegram copies a channel's posts to its group in its own name; that is no command."""
    karin = town.organiser()
    group = town.gathers(karin)
    telegram = User(777000, "Telegram", language="")
    town.telegram.users[telegram.id] = telegram
    group.place.seat(telegram, "administrator")
    group.looks_away()

    town.telegram.writes(telegram, group.place, "/start")
    town.settle()

    group.sees_nothing()


def test_a_forged_number_in_a_group_leads_a_stranger_to_no_meeting_g1(town: Town) -> None:
    """Only a meeting whose card stands in the group opens its door from there."""
    karin, nils = town.organiser(), town.stranger("Nils Berg")
    secret = town.announces(karin, title="Styrelsemöte")
    group = town.gathers(karin, nils)
    town.announces(karin)

    nils.forges(f"come:{secret.id}:yes", message=group.last)
    nils.writes("Nils Berg")

    assert "Styrelsemöte" not in nils.chat()
