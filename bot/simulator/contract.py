"""Other libraries' picture of the Bot API, held against every call and every answer.

Calls are held against aiogram's models where that is installed, updates and results against the
bot's own library. What has the shape of something that passed, passes: the check costs
microseconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar, TypeAlias, get_args

import telegram
from pydantic import BaseModel, ValidationError
from telegram import constants
from telegram.error import TelegramError

from bot.simulator import oracle
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.limits import Limits
from bot.simulator.refusals import Refused
from bot.simulator.request import Ask
from bot.simulator.shapes import Shape, shape, shape_of_form

Picture: TypeAlias = type[telegram.TelegramObject]

_RESULTS: Mapping[str, Picture] = {
    "getMe": telegram.User,
    "getChat": telegram.ChatFullInfo,
    "getChatMember": telegram.ChatMember,
    "getChatAdministrators": telegram.ChatMember,
    "getFile": telegram.File,
    "getMyCommands": telegram.BotCommand,
    "getMyName": telegram.BotName,
    "getMyDescription": telegram.BotDescription,
    "getMyShortDescription": telegram.BotShortDescription,
    "getWebhookInfo": telegram.WebhookInfo,
}
_LIMITS = Limits(
    lengths={
        ("answerCallbackQuery", "text"): (
            0,
            constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH,
        ),
        ("setMyName", "name"): (0, constants.BotNameLimit.MAX_NAME_LENGTH),
        ("setMyDescription", "description"): (
            0,
            constants.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH,
        ),
        ("setMyShortDescription", "short_description"): (
            0,
            constants.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH,
        ),
        ("setWebhook", "secret_token"): (
            constants.WebhookLimit.MIN_SECRET_TOKEN_LENGTH,
            constants.WebhookLimit.MAX_SECRET_TOKEN_LENGTH,
        ),
    },
    placeholder=constants.ReplyLimit.MAX_INPUT_FIELD_PLACEHOLDER,
    buttons_in_a_row=constants.InlineKeyboardMarkupLimit.BUTTONS_PER_ROW,
    marks=constants.MessageLimit.MESSAGE_ENTITIES,
)
# Fields of Bot API 10.3 that aiogram demands and python-telegram-bot, at 10.0, does not know.
_NEWER = frozenset({("can_send_welcome_messages",)})
_UNREADABLE = (TelegramError, TypeError, ValueError, KeyError, AttributeError)


class Contract:
    """Finds what does not fit; each answer is a list of complaints, empty when all is well."""

    _fits: ClassVar[set[tuple[str, Shape]]] = set()
    """What has fitted in any world fits in this one."""

    def call(self, ask: Ask) -> list[str]:
        """Hold one call of the bot against the method it names."""
        try:
            complaints = list(_LIMITS.broken(ask))
        except Refused as refused:
            return [f"{ask.method}: {refused}"]
        form = (ask.method, shape_of_form(ask.params))
        if form not in self._fits:
            complaints += _held_against_model(ask)
            if not complaints and not ask.files:
                self._fits.add(form)
        return complaints

    def update(self, update: JsonObject) -> list[str]:
        """Hold one update of ours against what both libraries know."""
        return self._known("update", update, telegram.Update)

    def result(self, method: str, result: Json) -> list[str]:
        """Hold one result of ours against what the bot's library expects."""
        picture = _RESULTS.get(method, telegram.Message)
        values = result if isinstance(result, list) else [result]
        complaints = list(_LIMITS.too_many_marks(result))
        for value in values:
            if isinstance(value, Mapping):
                complaints += self._known(method, value, picture)
        return complaints

    def _known(self, name: str, value: JsonObject, picture: Picture) -> list[str]:
        form = (name, shape(value))
        if form in self._fits:
            return []
        complaints = [f"{name}: {complaint}" for complaint in _unknown(value, picture)]
        if name == "update":
            complaints += _held_against_update(value)
        if not complaints:
            self._fits.add(form)
        return complaints


def _unknown(value: JsonObject, picture: Picture) -> Iterator[str]:
    try:
        made = picture.de_json(dict(value), None)
    except _UNREADABLE as error:
        yield f"{picture.__name__} cannot be read: {error}"
    else:
        yield from _leftovers(made)


def _leftovers(made: object) -> Iterator[str]:
    """Name fields the bot's library did not know, at any depth."""
    if isinstance(made, (list, tuple)):
        for item in made:
            yield from _leftovers(item)
    if not isinstance(made, telegram.TelegramObject):
        return
    if made.api_kwargs:
        yield f"{type(made).__name__} has unknown fields {sorted(made.api_kwargs)}"
    for name in _fields(type(made)):
        yield from _leftovers(getattr(made, name, None))


def _fields(kind: type[object]) -> tuple[str, ...]:
    names = (name for parent in kind.__mro__ for name in getattr(parent, "__slots__", ()))
    return tuple(name for name in names if not name.startswith("_") and name != "api_kwargs")


def _held_against_update(update: JsonObject) -> list[str]:
    model = oracle.model("types", "Update")
    return [] if model is None else _complaints(model, update, "update")


def _held_against_model(ask: Ask) -> list[str]:
    if not oracle.is_here():
        return []
    model = oracle.model("methods", ask.method[:1].upper() + ask.method[1:])
    if model is None:
        return [f"method {ask.method} is not in the Bot API"]
    values: dict[str, Json] = {name: f"attach://{name}" for name in ask.files}
    unused = set(values) - set(model.model_fields)
    values = {name: value for name, value in values.items() if name not in unused}
    values |= {name: _decoded(model, name, text) for name, text in ask.params.items()}
    return _complaints(model, values, ask.method)


def _complaints(model: type[BaseModel], values: JsonObject, name: str) -> list[str]:
    try:
        made = model.model_validate(values)
    except ValidationError as error:
        wrong = [e for e in error.errors() if e["loc"][-1:] not in _NEWER]
        return [f"{name}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in wrong]
    return [f"{name}: unknown field {field}" for field in _extra(made)]


def _extra(made: object) -> Iterator[str]:
    if isinstance(made, list):
        for item in made:
            yield from _extra(item)
    if isinstance(made, BaseModel):
        yield from made.model_extra or ()
        for name in made.model_fields_set:
            yield from _extra(getattr(made, name))


def _decoded(model: type[BaseModel], name: str, text: str) -> Json:
    if text[:1] not in {"[", "{"} or _is_plain(model, name):
        return text
    try:
        value: Json = json.loads(text)
    except ValueError:
        return text
    return value


@cache
def _is_plain(model: type[BaseModel], name: str) -> bool:
    field = model.model_fields.get(name)
    kinds = (field.annotation, *get_args(field.annotation)) if field else ()
    return str in kinds and not any(kind is list or hasattr(kind, "model_fields") for kind in kinds)
