"""Wikimedia's dumps of page views: how often each article was read."""
