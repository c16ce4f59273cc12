"""IMDb day by day: what its ratings and episode lists showed, and from when."""
