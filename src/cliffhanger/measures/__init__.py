"""Figures that are ours to compute: cohort percentiles, estimated dates; each by a rule that is written down."""
