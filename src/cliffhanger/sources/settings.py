"""What a user may set for the update: one TOML file, every word of it checked (docs/update.md shows one)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import CliffhangerError
from cliffhanger.sources.http.manners import Manners

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

_KINDS = {str: "a text", int: "a whole number", float: "a number", list: "a list", bool: "true or false"}


class SettingsError(CliffhangerError):
    """The settings say something that cannot be meant."""

    exit_code = 2

    def __init__(self, *, path: str, where: str, reason: str) -> None:
        """Name the file, the place in it and what is wrong there."""
        self.path, self.where, self.reason = path, where, reason
        super().__init__(f"{path}: {where}: {reason}" if where else f"{path}: {reason}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set.

    Attributes:
        manners: how the client behaves.
        sources: for each source, its options.
        path: the file that says so, or empty where there is none.
    """

    manners: Manners = field(default_factory=Manners)
    sources: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    path: str = ""

    def options(self, source: str, defaults: Mapping[str, Any]) -> dict[str, Any]:
        """Return a source's options: its defaults, and over them what the user set.

        Raises:
            SettingsError: where an option is unknown, or of another type than its default.
        """
        chosen = dict(self.sources.get(source, {}))
        _check(self.path, f"sources.{source}", chosen, defaults)
        return {**defaults, **chosen}


def load(path: Path, known: Collection[str]) -> Settings:
    """Read the settings.

    Args:
        path: the file; where there is none, nothing is set.
        known: names of the sources that can be fetched.

    Raises:
        SettingsError: where it is no TOML, or says something that is not known.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise SettingsError(path=str(path), where="", reason=f"cannot be read as TOML ({error})") from error
    http, sources = _table(said, "http", path), _table(said, "sources", path)
    contact = said.pop("contact", "")
    if said:
        raise SettingsError(path=str(path), where=", ".join(said), reason="there are contact, http and sources")
    if unknown := [name for name in sources if name not in known]:
        reason = f"no such source; there are {', '.join(known)}"
        raise SettingsError(path=str(path), where=f"sources.{unknown[0]}", reason=reason)
    for name in sources:
        _table(dict(sources), name, path)
    plain = Manners()
    allowed = {each.name: getattr(plain, each.name) for each in fields(Manners) if each.name != "contact"}
    _check(str(path), "http", http, allowed)
    _check(str(path), "contact", {"contact": contact}, {"contact": ""})
    return Settings(Manners(**http, contact=contact), sources, str(path))


def _table(said: dict[str, Any], name: str, path: Path) -> dict[str, Any]:
    table = said.pop(name, {})
    if not isinstance(table, dict):
        raise SettingsError(path=str(path), where=name, reason="is no table")
    return table


def _check(path: str, where: str, chosen: Mapping[str, Any], allowed: Mapping[str, Any]) -> None:
    for name, value in chosen.items():
        if name not in allowed:
            reason = f"no such option; there are {', '.join(allowed)}"
            raise SettingsError(path=path, where=f"{where}.{name}", reason=reason)
        default = allowed[name]
        right = isinstance(value, (int, float)) if isinstance(default, float) else type(value) is type(default)
        if not right or (isinstance(value, (int, float)) and value < 0):
            reason = f"{value!r} is not {_KINDS[type(default)]}"
            raise SettingsError(path=path, where=f"{where}.{name}", reason=reason)
        if isinstance(default, list) and not all(isinstance(each, str) for each in value):
            raise SettingsError(path=path, where=f"{where}.{name}", reason="is a list of texts")
