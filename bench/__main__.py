"""``python -m bench [PART ...]``: all of them unless some are named; their names stand in ``PARTS``."""

from __future__ import annotations

import sys

from bench import audience, corpus, dating, finding, forecast, imdb, ingest, processes, reader, web, worth

PARTS = {
    "processes": processes.run,
    "ingest": ingest.run,
    "imdb": imdb.run,
    "dating": dating.run,
    "forecast": forecast.run,
    "reader": reader.run,
    "finding": finding.run,
    "web": web.run,
    "worth": worth.run,
    "audience": audience.run,
    "corpus": corpus.run,
}


def main() -> None:
    """Run the parts that the command line names."""
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        sys.exit(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    for name in wanted:
        PARTS[name]()


if __name__ == "__main__":
    main()
