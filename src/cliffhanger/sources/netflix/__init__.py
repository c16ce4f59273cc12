"""Netflix's own figures: the weekly Top 10, and the half-year reports of what was watched."""
