"""Metacritic's catalogue: Metascore, users' score, release, seasons and people, at the level of the series."""
