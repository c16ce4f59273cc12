"""Playback logs: who watched which episode, when and for how long."""
