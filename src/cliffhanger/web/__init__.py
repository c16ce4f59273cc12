"""The web app: thin fronts over the outlook, for browsers, feed readers and language models."""
