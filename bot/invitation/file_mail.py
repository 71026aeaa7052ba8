"""The words of a saved mail: subject and sender as lines, then the body.

Knows mail. Must not know invitations.
"""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage

from bot.invitation import file_web

HEAD = (("from", "Från"), ("date", "Skickat"), ("subject", "Ämne"))
"""Headers worth reading, named as a forwarded Swedish mail names them."""


def words(content: bytes) -> str:
    """Take head and body of a mail, the plain body before the one in HTML."""
    mail = email.message_from_bytes(content, policy=policy.default)
    assert isinstance(mail, EmailMessage)  # noqa: S101 - the default policy makes these
    head = [f"{name}: {mail[key]}" for key, name in HEAD if mail[key]]
    return "\n".join(head) + "\n\n" + _body(mail)


def _body(mail: EmailMessage) -> str:
    body = mail.get_body(("plain", "html"))
    if body is None:
        return ""
    content = body.get_content()
    if not isinstance(content, str):
        return ""
    return file_web.words(content) if body.get_content_subtype() == "html" else content
