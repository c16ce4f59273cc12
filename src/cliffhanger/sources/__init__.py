"""Bytes to claims: one folder a source, each with its terms, its words and its parser."""
