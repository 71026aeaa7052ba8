"""What the bot says about itself is kept by scope and language."""

from __future__ import annotations

import pytest

from bot.simulator.json_value import Json
from tests.simulator.desk import Desk


def test_commands_are_kept_by_scope_and_language() -> None:
    """A list is found again only under the scope and language it was set for."""
    desk = Desk()
    private: Json = {"type": "all_private_chats"}
    meetings: Json = [{"command": "moten", "description": "Visa möten"}]
    desk.result("setMyCommands", commands=meetings, scope=private, language_code="sv")

    here = desk.result("getMyCommands", scope=private, language_code="sv")
    elsewhere = desk.result("getMyCommands")
    menu = desk.world.profile.menu(desk.karin.id, "sv", private=True)
    desk.result("deleteMyCommands", scope=private, language_code="sv")

    assert here == meetings
    assert elsewhere == []
    assert menu == meetings
    assert desk.world.profile.menu(desk.karin.id, "sv", private=True) == []


@pytest.mark.parametrize(
    ("which", "name"),
    [
        ("Name", "name"),
        ("Description", "description"),
        ("ShortDescription", "short_description"),
    ],
)
def test_words_about_the_bot_are_kept_by_language(which: str, name: str) -> None:
    """A language without its own words gets those for all."""
    desk = Desk()

    desk.result(f"setMy{which}", **{name: "För alla"})
    desk.result(f"setMy{which}", **{name: "På svenska", "language_code": "sv"})

    assert desk.result(f"getMy{which}", language_code="sv") == {name: "På svenska"}
    assert desk.result(f"getMy{which}", language_code="fi") == {name: "För alla"}


def test_small_settings_are_taken() -> None:
    """Wishes for rights and the menu button are remembered."""
    desk = Desk()

    rights: Json = dict.fromkeys(
        (
            "is_anonymous",
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
            "can_send_welcome_messages",
        ),
        False,
    )
    desk.result("setMyDefaultAdministratorRights", rights=rights)
    desk.result("setChatMenuButton", menu_button={"type": "commands"})
    desk.result("sendChatAction", chat_id=desk.karin.id, action="typing")

    assert desk.world.profile.rights == rights
    assert desk.world.profile.menu_buttons == {0: {"type": "commands"}}
