"""The street is built once, because nothing that happens there is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.walks import street
from tests.walks.street import Street


@pytest.fixture(scope="session")
def the_street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    """Give the street, with nobody looking for garbage: a quarter of the time goes to that."""
    for built in street.built(tmp_path_factory.mktemp("street")):
        gc.collect()
        gc.freeze()
        gc.disable()
        yield built
        gc.enable()
