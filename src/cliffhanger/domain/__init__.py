"""The words of the field: claims, shows, sources, dates, questions and their answers."""
