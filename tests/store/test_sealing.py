"""What people tell about their health is readable only while its meeting's key exists."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.store.sealing import KeyRing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the keys lie."""
    return tmp_path / "samklang.db.keys"


def test_sealed_text_comes_back_after_a_restart(path: Path) -> None:
    """The key is on disk before anything sealed with it can be stored."""
    sealed = KeyRing(path).seal(7, "glutenfritt, rullstol")

    assert b"gluten" not in sealed
    assert KeyRing(path).unseal(7, sealed) == "glutenfritt, rullstol"


def test_j4_a_destroyed_key_makes_it_unreadable(path: Path) -> None:
    """A week after the meeting the key goes, and every copy of the answers with it."""
    keys = KeyRing(path)
    sealed, other = keys.seal(7, "nötter"), keys.seal(8, "ägg")
    keys.destroy(7)

    assert keys.unseal(7, sealed) is None
    assert KeyRing(path).unseal(7, sealed) is None
    assert KeyRing(path).unseal(8, other) == "ägg"


def test_a_sealed_answer_belongs_to_its_meeting(path: Path) -> None:
    """Moved to another meeting's row, or damaged, it says nothing."""
    keys = KeyRing(path)
    sealed = keys.seal(7, "nötter")
    keys.seal(8, "x")

    assert keys.unseal(8, sealed) is None
    assert keys.unseal(7, sealed[:-1]) is None
    assert keys.unseal(7, b"") is None
    assert keys.unseal(9, sealed) is None


def test_a_person_is_recognised_but_not_named(path: Path) -> None:
    """The same hash after a restart, another in another house."""
    first = KeyRing(path).person_hash(2**33 + 1)

    assert KeyRing(path).person_hash(2**33 + 1) == first
    assert KeyRing(None).person_hash(2**33 + 1) != first
    assert str(2**33 + 1) not in first


def test_only_we_may_read_the_keys(path: Path) -> None:
    """Other users of the machine cannot open the file."""
    KeyRing(path).seal(7, "x")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"people": "!", "keys": {}}'])
def test_a_damaged_file_is_never_overwritten(path: Path, content: str) -> None:
    """Keys we cannot read might be mended by hand, so we stop instead of beginning anew."""
    path.write_text(content)

    with pytest.raises(ValueError, match="does not hold the keys"):
        KeyRing(path)
    assert path.read_text() == content


def test_two_processes_share_one_file_of_keys(tmp_path: Path) -> None:
    """A key that one process makes is there for the other, and neither loses the other's."""
    here, there = KeyRing(tmp_path / "keys"), KeyRing(tmp_path / "keys")
    first = here.seal(1, "hörslinga")
    second = there.seal(2, "nötter")

    assert (there.unseal(1, first), here.unseal(2, second)) == ("hörslinga", "nötter")
    assert KeyRing(tmp_path / "keys").unseal(1, first) == "hörslinga"


def test_a_key_destroyed_elsewhere_seals_nothing_more(tmp_path: Path) -> None:
    """What is destroyed is destroyed for every process."""
    here, there = KeyRing(tmp_path / "keys"), KeyRing(tmp_path / "keys")
    sealed = here.seal(1, "hörslinga")
    there.destroy(1)

    assert here.unseal(1, sealed) is None
    assert there.unseal(1, here.seal(1, "nytt")) == "nytt"


def test_a_person_has_a_key_of_her_own(path: Path) -> None:
    """What is kept for her is hers alone, and gone with her key; her meeting's is another."""
    keys = KeyRing(path)
    sealed, other = keys.seal_for(3, "nötter"), keys.seal_for(4, "ägg")
    keys.seal(3, "x")

    assert KeyRing(path).unseal_for(3, sealed) == "nötter"
    assert keys.unseal_for(4, sealed) is None
    assert keys.unseal(3, sealed) is None
    keys.destroy_for(3)
    assert KeyRing(path).unseal_for(3, sealed) is None
    assert KeyRing(path).unseal_for(4, other) == "ägg"
