"""The command line: thin fronts over the outlook, one module a command."""
