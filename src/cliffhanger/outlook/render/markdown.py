"""A page as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cliffhanger.outlook.page import Page, Table


def markdown(page: Page) -> str:
    """Return a page as Markdown (CommonMark with pipe tables)."""
    lines = [f"# {_safe(page.title)}", "", f"**{_safe(page.lead)}**"]
    for section in page.sections:
        lines += ["", f"## {_safe(section.heading)}"]
        if section.sentences:
            gap = "\n" if section.sentences[0].startswith("- ") else "\n\n"
            lines += ["", gap.join(_safe(sentence) for sentence in section.sentences)]
        if section.table:
            lines += ["", *_table(section.table)]
    lines += ["", *(f"*{_safe(note)}*" for note in page.footer), ""]
    return "\n".join(lines)


def _table(table: Table) -> list[str]:
    rule = ["---:" if column in table.figures else "---" for column in range(len(table.headings))]
    rows = [table.headings, tuple(rule), *table.rows]
    return ["| " + " | ".join(_safe(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]


def _safe(text: str) -> str:
    """Keep what a title may hold from being read as markup."""
    flat = " ".join(text.split())
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace("*", "\\*").replace("`", "\\`")
