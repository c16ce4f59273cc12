"""The names of jobs on a production, as a piece of rules."""

from __future__ import annotations

_RANK = (
    r"(?:(?:first|second|third|key|lead|head|chief|senior|assistant|associate|deputy|supervising|executive|consulting|"
    r"line|coordinating|series|post-production|additional|on-set|unit|second[-\s]unit|co-?)[\s-]+){0,3}"
)
_OF_WORK = (
    r"(?:post-?production|production|costume|set|sound(?!\s+producers?)|title|titles|lighting|make-?up|hair|creature|graphics?|"
    r"prosthetics?|stunts?|intimacy|fight|transportation|script|music(?!\s+producers?)|visual\s+effects|special\s+effects|VFX|location|"
    r"layout|animation|wardrobe|props?|camera|continuity|art\s+department|construction|story)"
)
STAFF = (
    rf"(?:{_RANK}(?:producers?|{_OF_WORK}\s+(?:designers?|coordinators?|supervisors?|managers?|consultants?|"
    r"editors?|artists?|decorators?|directors?|mixers?|recordists?|operators?|buyers?|masters?|accountants?|producers?|engineers?|"
    r"assistants?|dressers?|stylists?)|(?:art|casting|assistant|technical)\s+directors?|directors?\s+of\s+photography|"
    r"(?:film|picture|dialogue)\s+editors?|composers?|cinematographers?|choreographers?|gaffers?|key\s+grips?|compositors?|"
    r"animators?|colou?rists?|boom\s+operators?|(?:Steadicam|drone)\s+operators?|focus\s+pullers?|best\s+boy|armou?rers?|"
    r"hair\s?stylists?|prop\s+masters?|(?:storyboard|concept|foley|matte|make-?up|prosthetics)\s+artists?|"
    r"re-recording\s+mixers?|animal\s+(?:trainer|wrangler)s?|warm-up\s+(?:comedian|comic|act)s?|food\s+stylists?|"
    r"staff\s+writers?|writers['\u2019]\s+assistants?|dialect\s+coach(?:es)?|movement\s+coach(?:es)?|stunt\s+(?:double|performer)s?|"
    r"(?:military|technical|medical|legal|police|historical|scien(?:ce|tific)|language|cultural)\s+(?:advis[eo]r|consultant)s?))"
)
"""A rule's piece for jobs that only a production has."""
