"""IMDb's official data files: titles, episodes and ratings as of one day."""
