"""How news leaves the house: what was seen and told is remembered, and each channel gets each event once."""
