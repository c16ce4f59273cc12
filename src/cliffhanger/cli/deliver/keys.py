"""Secrets, from the environment or the keyring; never printed, stored or logged."""

from __future__ import annotations

import os

from cliffhanger.domain.errors import MissingSettingError

SERVICE = "cliffhanger"
"""The name under which the keyring keeps them."""


def secret(variable: str, name: str) -> str:
    """Return a secret, or the empty text where there is none.

    Args:
        variable: the environment variable that may hold it.
        name: its name in the keyring.
    """
    return os.environ.get(variable) or _from_keyring(name)


def needed(variable: str, name: str, *, what: str) -> str:
    """Return a secret.

    Raises:
        MissingSettingError: where there is none.
    """
    found = secret(variable, name)
    if not found:
        raise MissingSettingError(what=what, variable=variable, keyring=name)
    return found


def _from_keyring(name: str) -> str:
    try:
        import keyring  # noqa: PLC0415 - an extra, and slow to find its backend
        from keyring.errors import KeyringError  # noqa: PLC0415 - likewise
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, name) or ""
    except KeyringError:
        return ""
