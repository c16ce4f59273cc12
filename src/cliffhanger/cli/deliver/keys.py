"""Secrets, from the environment or the keyring; never printed, stored or logged."""

from __future__ import annotations

import os

from cliffhanger.domain.errors import MissingSettingError
from cliffhanger.sources.http.secrets import kept


def secret(variable: str, name: str) -> str:
    """Return a secret, or the empty text where there is none.

    Args:
        variable: the environment variable that may hold it.
        name: its name in the keyring.
    """
    return os.environ.get(variable) or kept(name)


def needed(variable: str, name: str, *, what: str) -> str:
    """Return a secret.

    Raises:
        MissingSettingError: where there is none.
    """
    found = secret(variable, name)
    if not found:
        raise MissingSettingError(what=what, variable=variable, keyring=name)
    return found
