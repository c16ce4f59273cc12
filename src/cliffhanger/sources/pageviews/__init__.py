"""Views of Wikipedia's articles, by day: attention."""
