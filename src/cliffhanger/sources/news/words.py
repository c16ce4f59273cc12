"""The elements of feeds and sitemaps, by their local names, and what each of them is."""

from __future__ import annotations

ENTRIES: dict[str, str] = {"item": "feed", "entry": "feed", "url": "sitemap", "sitemap": "index"}
"""What holds one address: an entry of RSS or Atom, a page of a sitemap, a sitemap of an index."""

ADDRESSES = ("link", "loc")
TITLES = ("title",)
DATES = ("pubDate", "published", "publication_date", "date", "updated", "lastmod")
"""What holds an entry's day, the surest first."""
