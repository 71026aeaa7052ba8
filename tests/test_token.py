"""What a button carries survives the journey, and nothing else is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import token
from bot.token import Token

NAMES = st.from_regex(r"[a-z_]{1,10}", fullmatch=True)
CHOICES = st.none() | st.text(max_size=10)


@given(what=NAMES, row=st.integers(0, 10**18 - 1), ask=NAMES | st.just(""), choice=CHOICES)
def test_a_token_comes_back_as_it_was_written_f16(
    what: str, row: int, ask: str, choice: str | None
) -> None:
    """Any choice may be carried, also one with colons."""
    given = Token(what, row, ask, choice)

    assert given == token.parse(str(given))


@pytest.mark.parametrize("length", [64, 65])
def test_a_token_is_at_most_64_bytes_f16(length: int) -> None:
    """Telegram refuses more (Bot API, InlineKeyboardButton.callback_data), so we do first."""
    choice = "å" * 24 + "x" * (length - len("reg:42:food:") - 48)

    if length == 64:
        assert 64 == len(Token("reg", 42, "food").chosen(choice).encode())
        return
    with pytest.raises(ValueError, match="64 bytes"):
        Token("reg", 42, "food").chosen(choice)


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "reg",
        "reg:42",
        ":42:food",
        "r g:42:food",
        "reg::food",
        "reg:-1:food",
        "reg:4x:food",
        "reg:4.0:food",
        "reg: 4:food",
        "reg:٣:food",
        "reg:²:food",
        "reg:1234567890123456789:food",
    ],
)
def test_what_we_never_wrote_is_not_a_token_g1(forged: str) -> None:
    """Forged data is no question of ours."""
    assert token.parse(forged) is None


@given(st.text(max_size=64))
def test_no_data_breaks_the_reader_g1(forged: str) -> None:
    """Whatever is sent, it is a token or nothing."""
    read = token.parse(forged)

    assert read is None or read.row >= 0


@pytest.mark.parametrize(
    ("expected", "written"),
    [(42, "42"), (7, "007"), (0, ""), (0, "-1"), (0, "4x"), (0, "٣"), (0, "²"), (0, "9" * 19)],
)
def test_a_choice_that_should_be_a_number_is_one_or_nobodys_g1(expected: int, written: str) -> None:
    """A forged number, or one that no database can hold, is nobody's row."""
    assert expected == Token("reg", 42, "food", written).number


def test_a_token_that_is_no_longer_used_still_parses() -> None:
    """Telegram keeps old keyboards for ever."""
    assert Token("retired", 7, "question", "a:b") == token.parse("retired:7:question:a:b")


def test_a_written_answer_is_put_to_the_question_last_asked() -> None:
    """It is longer than a button may carry, and known to be typed."""
    answered = Token("reg", 42, "food").typed("nötter " * 30)

    assert (True, "nötter " * 30) == (answered.is_typed, answered.choice)
    assert ("reg", 42, "food") == (answered.what, answered.row, answered.ask)
