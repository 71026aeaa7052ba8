"""Inline mode: a person asks the bot from any chat, the bot answers with cards."""

from __future__ import annotations

from bot.simulator.json_value import Json
from bot.simulator.refusals import bad
from bot.simulator.request import Ask
from bot.simulator.stage import Stage

_MOST_RESULTS = 50
_ID_BYTES = 64


def answer_inline_query(stage: Stage, ask: Ask) -> Json:
    """Offer cards to the one who asked."""
    results = ask.objects("results")
    if ask.text("inline_query_id") not in stage.inline_queries:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(results) > _MOST_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    names = [str(result.get("id", "")) for result in results]
    if len(set(names)) < len(names):
        raise bad("RESULT_ID_DUPLICATE")
    if not all(1 <= len(name.encode()) <= _ID_BYTES for name in names):
        raise bad("RESULT_ID_INVALID")
    stage.inline_queries[ask.text("inline_query_id")] = results
    return True


METHODS = {"answerInlineQuery": answer_inline_query}
