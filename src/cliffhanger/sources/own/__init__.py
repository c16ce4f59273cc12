"""A user's own decisions, audience and cost, from their own files."""
