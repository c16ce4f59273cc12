"""Wikimedia's words, and ours for them: names of files, kinds of reader, codes of wikis."""

from __future__ import annotations

import re

HOURLY = re.compile(r"pageviews-(?P<day>\d{8})-(?P<hour>\d{2})0000(?:\.gz)?")
"""An hour of all projects; the time in the name is the end of the hour."""

DAILY = re.compile(r"pageviews-(?P<day>\d{8})-(?P<agent>[a-z]+)(?:\.bz2)?")
"""A day of all projects, by one kind of reader."""

AGENTS: dict[str, str] = {"user": "people", "spider": "machines", "automated": "machines"}
"""Who reads, by the name of a daily file."""

MOBILE = r"\.(m|zero)$"
"""What marks the mobile site in an hourly file's code of a wiki."""

WIKIPEDIA = ".wikipedia"
"""What follows the language in a daily file, where an hourly one has nothing."""
