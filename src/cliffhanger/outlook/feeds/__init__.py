"""What other programs subscribe to: news of fates, a calendar of premieres, a list for media servers."""
