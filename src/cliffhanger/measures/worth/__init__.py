"""What a season is worth: viewing per cost, what is still to come, and what the next season may bring."""
