"""TMDB's catalogue in four cuts: series of 2024, series and seasons of 2025, Netflix series of 2026."""
