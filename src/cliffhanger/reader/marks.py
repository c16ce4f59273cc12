"""The characters that stand for mentions in a marked sentence; all are of Unicode's private use area."""

SHOW = "\ue000"
SEASON = "\ue001"
PLATFORM = "\ue002"
DATE = "\ue003"
SPEECH = "\ue004"
ANY = f"[{SHOW}-{SPEECH}]"
