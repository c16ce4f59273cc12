"""Cliffhanger: will a television series come back, when, and on what evidence."""

__version__ = "0.1.0"
