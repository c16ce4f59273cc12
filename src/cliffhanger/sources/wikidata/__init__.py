"""Wikidata: broadcasters, dates, counts, kinship, casts and ids of series, by SPARQL."""
