"""``python -m bench [processes | ingest | forecast | reader | imdb]``: all of them unless some are named."""

from __future__ import annotations

import sys

from bench import forecast, imdb, ingest, processes, reader

PARTS = {
    "processes": processes.run,
    "ingest": ingest.run,
    "forecast": forecast.run,
    "reader": reader.run,
    "imdb": imdb.run,
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
