"""``python -m bench [PART ...]``: the parts that are named, else all of them."""

from __future__ import annotations

import sys

from bench import audience, corpus, forecast, ingest, processes, reader

PARTS = {
    "processes": processes.run,
    "ingest": ingest.run,
    "forecast": forecast.run,
    "reader": reader.run,
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
