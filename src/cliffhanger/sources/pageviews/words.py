"""The words of Wikimedia's page view service, and what each of them counts."""

from __future__ import annotations

PROJECTS: dict[str, str] = {"en.wikipedia": "enwiki"}
"""The wikis whose articles are counted, and the authority of their titles."""

AGENTS: dict[str, bool] = {"user": True, "spider": False, "automated": False, "all-agents": False}
"""Who looked, and whether they were people."""

GRANULARITIES: dict[str, int] = {"daily": 1}
"""How long a count goes on, in days."""
