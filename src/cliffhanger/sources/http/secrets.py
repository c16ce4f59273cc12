"""Keys of sources: from the environment or the system's keyring, and kept out of every text."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SERVICE = "cliffhanger"
"""Name under which the system's keyring keeps the keys; the user name is the source's."""

_HIDDEN = "•••"


@dataclass(frozen=True, slots=True)
class Secret:
    """A key that is never printed.

    Attributes:
        value: the key.
        where: the environment variable, or "the keyring", that it came from.
    """

    value: str = field(repr=False)
    where: str = ""

    def __str__(self) -> str:
        """Return what may be shown."""
        return _HIDDEN


def variable(source: str) -> str:
    """Return the name of the environment variable that holds a source's key."""
    return f"CLIFFHANGER_{source.upper()}_KEY"


def find(source: str, environment: Mapping[str, str] | None = None) -> Secret | None:
    """Return a source's key, from the environment or else the keyring; None where neither has one.

    Args:
        source: the source's name.
        environment: the variables; this process's unless given.
    """
    name = variable(source)
    if value := (os.environ if environment is None else environment).get(name, "").strip():
        return Secret(value, name)
    held = kept(source)
    return Secret(held, "the keyring") if held else None


def kept(name: str) -> str:
    """Return what the keyring keeps under a name, or the empty text where there is nothing, or no keyring."""
    try:
        import keyring  # noqa: PLC0415 - an extra; it asks the desktop, and is slow to come
        from keyring.errors import KeyringError  # noqa: PLC0415 - likewise
    except ImportError:
        return ""
    try:
        return (keyring.get_password(SERVICE, name) or "").strip()
    except KeyringError:
        return ""


def hidden(text: str, *secrets: Secret | None) -> str:
    """Return a text in which no key stands, however it came there."""
    for secret in secrets:
        if secret is not None:
            text = text.replace(secret.value, _HIDDEN)
    return text
