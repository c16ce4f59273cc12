"""The one polite HTTP client that every source fetches through, and where its keys come from."""
