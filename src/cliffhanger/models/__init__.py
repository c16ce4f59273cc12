"""Frames in, frames out: what the odds are, when, and why. No model sees a ledger."""
