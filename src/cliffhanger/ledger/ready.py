"""Whether a source can be asked as things are set: its key, and the options that only the user can give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.domain.errors import CliffhangerError
from cliffhanger.sources.http import secrets
from cliffhanger.sources.registry import fetcher

if TYPE_CHECKING:
    from cliffhanger.sources.http.secrets import Secret
    from cliffhanger.sources.settings import Settings


class NotReadyError(CliffhangerError):
    """A source cannot be asked as things are set."""

    def __init__(self, *, source: str, reason: str) -> None:
        """Name the source and what it lacks."""
        self.source, self.reason = source, reason
        super().__init__(f"{source} {reason}")


def key_of(name: str) -> Secret | None:
    """Return a source's key, where it needs one and there is one."""
    return secrets.find(name) if fetcher(name).NEEDS_KEY else None


def missing(name: str, settings: Settings, secret: Secret | None) -> str:
    """Say what a source lacks before it can be asked, or nothing.

    Args:
        name: the source.
        settings: what the user has set.
        secret: its key, where there is one.

    Raises:
        SettingsError: where its options cannot be meant.
    """
    module = fetcher(name)
    options = settings.options(name, module.DEFAULTS)
    if module.NEEDS_KEY and secret is None:
        variable = secrets.variable(name)
        return f"needs a key: set {variable}, or keep it with 'keyring set {secrets.SERVICE} {name}'"
    if module.NEEDS and not any(options[option] for option in module.NEEDS):
        return f"needs {' or '.join(module.NEEDS)} under [sources.{name}] in the settings"
    return ""
