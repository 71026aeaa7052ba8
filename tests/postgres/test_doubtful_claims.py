"""A message whose claim was committed in doubt leaves once all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.records.outgoing import Outgoing
from bot.store import claims, outbox, outcomes, postgres
from bot.store.engine import Store
from bot.store.outcomes import Settled, Undelivered
from bot.store.trouble import StoreDoubtError
from tests.postgres.cable import COMMIT, Cable
from tests.store.test_outbox import NOW, ROOM, row, silent
from tests.wires.post import PARKED, Post


@pytest.fixture
def post(tmp_path: Path, far_store: Store) -> Iterator[Post]:
    """Give a post office at the end of a cable that can be cut."""
    post = Post(tmp_path, flood_limits=False)
    post.store.close()
    post.store = far_store
    post.restarts()
    yield post
    post.close()


@pytest.mark.parametrize("is_delivered", [True, False])
def test_h9_a_claim_in_doubt_is_sent_once(
    post: Post, cable: Cable, monkeypatch: pytest.MonkeyPatch, *, is_delivered: bool
) -> None:
    """Kept or not, the claim has sent nothing; a post to a group that nobody may repeat is sent."""
    group = post.group(post.person()).id
    number = post.queues(group, "hej", **PARKED)
    with monkeypatch.context() as hasty:
        hasty.setattr(postgres, "_LOOKS", 0)
        cable.cuts(COMMIT, is_delivered=is_delivered)
        with pytest.raises(StoreDoubtError):
            post.run(post.sender.send_due())
    assert post.seen(group) == []

    post.sends()

    assert post.seen(group) == ["hej"]
    assert (post.row(number).status, post.row(number).attempts) == ("sent", 1)


def test_h9_a_result_in_doubt_is_noted_once(store: Store) -> None:
    """What was noted already is not noted again, or one copy too many might leave."""
    refused = Settled(1, Undelivered("refused"))
    with store.transaction() as session:
        outbox.queue(session, row())
        claims.claim(session, NOW, ROOM, busy=[])
        outcomes.settle(session, [refused], NOW, silent)
        outcomes.settle(session, [refused], NOW, silent)

        assert session.get_one(Outgoing, 1).attempts == 0
