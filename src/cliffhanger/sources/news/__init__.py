"""News: feeds, sitemaps and pages that a user names, read by the reader."""
