"""TVmaze's catalogue of series: network, type, schedule, people and rating, at the level of the series."""
