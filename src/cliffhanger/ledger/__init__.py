"""The append-only record of who said what, since when; and the views of it as of an instant."""
