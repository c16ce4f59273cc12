"""Audience: playback events to views, reach, completion, charts and worth, by published definitions.

Everything is an Ibis expression that runs unchanged on DuckDB and on Spark. The definitions, with their sources, stand
in docs/audience.md; a name there is a column here.
"""
