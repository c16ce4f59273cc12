"""Benchmarks: how long the commands take as whole processes, and what the models measure."""
