"""What people see and do in the chats on the page."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tests.browser.hall import Hall

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Window: TypeAlias = Callable[..., Page]

SIGN_UP = {"inline_keyboard": [[{"text": "Anmäl mig", "callback_data": "yes"}]]}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
AGENDA = "\n".join(f"{hour}.00 Punkt {hour}" for hour in range(10, 17))


def test_two_windows_hear_the_same_message_at_once(hall: Hall, window: Window) -> None:
    """What the bot says is pushed to every open page; nobody has to reload."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    wide = window()
    phone = window(viewport={"width": 390, "height": 844}, color_scheme="dark")

    hall.call("sendMessage", chat_id=sara.id, text="Välkommen till dialogen")

    for page in (wide, phone):
        page.get_by_text("Välkommen till dialogen").wait_for(timeout=2000)


def test_a_button_is_tapped_with_the_keyboard_alone(hall: Hall, window: Window) -> None:
    """Tab finds the button, Enter taps it, the answer is shown, the focus stays in place."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    card = hall.call("sendMessage", chat_id=sara.id, text="Dialog", reply_markup=SIGN_UP)
    page = window()

    _tab_to(page, "Anmäl mig")
    page.keyboard.press("Enter")
    tap = hall.tap()
    hall.call("answerCallbackQuery", callback_query_id=tap["id"], text="Du är anmäld")
    again = {"inline_keyboard": [[{"text": "Lämna återbud", "callback_data": "no"}]]}
    hall.call(
        "editMessageText",
        chat_id=sara.id,
        message_id=card["message_id"],
        text="Du är med",
        reply_markup=again,
    )

    assert tap["data"] == "yes"
    page.get_by_role("status").filter(has_text="Du är anmäld").wait_for()
    page.get_by_text("ändrad").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Lämna återbud"


def test_an_alert_must_be_dismissed(hall: Hall, window: Window) -> None:
    """An answer that is an alert stands until OK."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    hall.call("sendMessage", chat_id=sara.id, text="Dialog", reply_markup=SIGN_UP)
    page = window()
    page.get_by_role("button", name="Anmäl mig").click()
    tap = hall.tap()

    hall.call("answerCallbackQuery", callback_query_id=tap["id"], text="Fullt", show_alert=True)

    alert = page.get_by_role("alertdialog")
    alert.get_by_text("Fullt").wait_for()
    alert.get_by_role("button", name="OK").click()
    alert.wait_for(state="detached")


def test_hostile_names_are_only_text(hall: Hall, window: Window) -> None:
    """A name made of HTML is shown letter by letter, wherever names are shown."""
    name = "<img src=x onerror=alert(1)>"
    mallory = hall.world.add_user(name, '"><script>alert(2)</script>')
    hall.world.add_group(f"{name} & <b>vänner</b>", [mallory], admins=[mallory])
    hall.do(lambda: hall.world.starts(mallory))
    hall.call("sendMessage", chat_id=mallory.id, text=f"Hej {name}")
    page = window()

    page.get_by_role("button", name="Bakom kulisserna").click()
    page.get_by_text(f"Hej {name}").first.wait_for()
    page.get_by_role("heading", name=name).first.wait_for()

    assert page.locator("img[src='x']").count() == 0
    assert page.locator("main b, script:not([src])").count() == 0


def test_marks_are_drawn_and_a_folded_quote_unfolds(hall: Hall, window: Window) -> None:
    """Bold is bold, a link is a link, a long agenda is folded until somebody unfolds it."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    html = (
        "🎉 <b>Fet <i>och kursiv</i></b> <a href='https://exempel.se/plan'>planen</a> "
        f"<blockquote expandable>{AGENDA}</blockquote>"
    )
    hall.call("sendMessage", chat_id=sara.id, text=html, parse_mode="HTML")
    page = window()

    assert page.locator(".text strong").inner_text() == "Fet och kursiv"
    assert page.locator(".text strong em").inner_text() == "och kursiv"
    link = page.get_by_role("link", name="planen")
    assert link.get_attribute("href") == "https://exempel.se/plan"
    assert link.get_attribute("rel") == "noopener noreferrer"
    quote = page.locator("blockquote")
    folded = quote.bounding_box()
    page.get_by_role("button", name="Visa allt (7 rader)").click()
    unfolded = quote.bounding_box()
    assert folded is not None
    assert unfolded is not None
    assert unfolded["height"] > folded["height"] * 1.5


def test_a_waiting_invitation_follows_with_start(hall: Hall, window: Window) -> None:
    """Who has not started reads what the bot is and starts through the link that waits."""
    sara = hall.world.add_user("Sara")
    hall.links[sara.id] = "https://t.me/samklang_bot?start=Ab12"
    hall.call("setMyDescription", description="Jag hjälper föreningar att mötas.")
    page = window()
    page.get_by_text("Jag hjälper föreningar att mötas.").wait_for()

    page.get_by_role("button", name="Starta", exact=True).click()
    page.get_by_role("textbox", name="Skriv ett meddelande").wait_for()

    assert hall.do(lambda: hall.world.history(sara))[0].text == "/start Ab12"


def test_a_long_invitation_is_pasted_whole(hall: Hall, window: Window) -> None:
    """A text too long for one message is sent as several, as Telegram's own clients do."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    page = window()
    box = page.get_by_role("textbox", name="Skriv ett meddelande")

    box.fill("Inbjudan\n" + "ord " * 1500)
    page.get_by_text("skickas som 2 meddelanden").wait_for()
    box.press("Enter")
    page.locator(".message").nth(2).wait_for()

    texts = [said.text for said in hall.do(lambda: hall.world.history(sara))[1:]]
    assert len(texts) == 2
    assert sum(text.count("ord") for text in texts) == 1500


def test_a_file_goes_both_ways(hall: Hall, window: Window, tmp_path: Path) -> None:
    """A file a person picks reaches the chat and can be downloaded unchanged."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    letter = tmp_path / "inbjudan å.txt"
    letter.write_text("Välkomna!", encoding="utf-8")
    page = window()

    page.get_by_role("button", name="Bifoga").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Fil …").click()
    chooser.value.set_files(letter)
    with page.expect_download() as download:
        page.get_by_role("link", name="inbjudan å.txt").click()

    assert download.value.suggested_filename == "inbjudan å.txt"
    assert Path(download.value.path()).read_text(encoding="utf-8") == "Välkomna!"


def test_one_visitor_acts_as_several_in_the_group(hall: Hall, window: Window) -> None:
    """In the group the visitor brings the bot in and chooses as whom to tap and write."""
    karin, sara = hall.world.add_user("Karin"), hall.world.add_user("Sara")
    group = hall.world.add_group("Nätverket", [karin, sara], admins=[karin])
    page = window()
    pane = page.get_by_role("region", name="Gruppen Nätverket")

    pane.get_by_role("button", name="Lägg till boten").click()
    pane.get_by_text("Karin tog in Samklang").wait_for()
    hall.call("sendMessage", chat_id=group.id, text="Dialog", reply_markup=SIGN_UP)
    pane.get_by_label("Du är").select_option("Sara")
    pane.get_by_role("button", name="Anmäl mig").click()

    assert hall.tap()["from"]["first_name"] == "Sara"


def test_who_blocks_the_bot_can_let_it_back(hall: Hall, window: Window) -> None:
    """The switch blocks the bot, the pane says so, and one press undoes it."""
    sara = hall.world.add_user("Sara")
    chat = hall.do(lambda: hall.world.starts(sara)).chat
    page = window()

    page.get_by_role("button", name="Mer", exact=True).click()
    page.get_by_role("switch", name="Blockera boten").click()
    page.get_by_text("Boten är blockerad.").wait_for()
    assert chat.blocked
    page.get_by_role("button", name="Häv blockeringen").click()
    page.get_by_role("textbox", name="Skriv ett meddelande").wait_for()
    assert not chat.blocked


def _tab_to(page: Page, label: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == label:
            return
    raise AssertionError(f"Tab never reached {label}")


def test_ready_answers_and_a_waiting_link_stand_by_the_writing_field(
    hall: Hall, window: Window
) -> None:
    """A key the bot offers is sent as it reads; a link that comes later is offered until used."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    keys = {"keyboard": [[{"text": "Kulturföreningen"}], [{"text": "Annan"}]]}
    hall.call("sendMessage", chat_id=sara.id, text="Vilken förening?", reply_markup=keys)
    page = window()

    page.get_by_role("button", name="Kulturföreningen").click()
    page.locator(".mine").get_by_text("Kulturföreningen").wait_for()
    hall.links[sara.id] = "Cd34"
    hall.call("sendMessage", chat_id=sara.id, text="Tack", reply_markup={"remove_keyboard": True})
    page.get_by_role("button", name="Öppna länken som väntar").click()
    page.get_by_role("button", name="Öppna länken som väntar").wait_for(state="hidden")

    assert hall.do(lambda: hall.world.history(sara))[-1].text == "/start Cd34"
    assert page.get_by_role("group", name="Svarsknappar").count() == 0


def test_a_photo_an_answer_and_a_change_of_mind(hall: Hall, window: Window, tmp_path: Path) -> None:
    """A picture appears; an answer shows what it answers; one's last words can be changed."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    hall.call("sendMessage", chat_id=sara.id, text="Hur gick det?")
    picture = tmp_path / "bord.png"
    picture.write_bytes(PIXEL)
    page = window()

    page.get_by_label("Välj foto").set_input_files(picture)
    page.get_by_role("img", name="Bild: bord.png").wait_for()
    page.get_by_role("article").filter(has_text="Hur gick det?").hover()
    page.get_by_role("article").filter(has_text="Hur gick det?").get_by_role("button").click()
    page.keyboard.type("Braa")
    page.keyboard.press("Enter")
    page.locator(".answered").get_by_text("Hur gick det?").wait_for()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    page.get_by_text("ändrad").wait_for()

    last = hall.do(lambda: hall.world.history(sara))[-1]
    assert last.text == "Bra"
    assert last.reply_to is not None
    assert page.evaluate("document.images[document.images.length - 1].naturalWidth") == 1
