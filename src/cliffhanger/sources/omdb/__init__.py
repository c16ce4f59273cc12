"""OMDb's catalogue of series as it stood in one month."""
