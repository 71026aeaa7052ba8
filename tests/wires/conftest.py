"""A post office of one's own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wires.listener import Listener
from tests.wires.post import Post


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    """Give a post office that nothing has gone through."""
    post = Post(tmp_path)
    yield post
    post.close()


@pytest.fixture
def listener(post: Post) -> Listener:
    """Give a listener at that post office."""
    return Listener(post)
