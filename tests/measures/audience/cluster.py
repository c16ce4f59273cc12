"""A real Spark cluster on this machine: a standalone master and its workers, on loopback, while it is wanted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections import deque
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running cluster.

    Attributes:
        master: its address.
        workers: the processes of its workers, each the leader of a group that its executors are in.
        settings: what a driver has to be told.
    """

    master: str
    workers: tuple[subprocess.Popen[str], ...]
    settings: dict[str, str]

    def kill(self, number: int) -> None:
        """Kill a worker and its executors, without a word to anybody."""
        os.killpg(self.workers[number].pid, signal.SIGKILL)


@contextmanager
def cluster(workers: int, *, memory: str = "1g") -> Iterator[Cluster]:
    """Start a master and some workers of one core each, and stop them at the end."""
    with ExitStack() as stack:
        master = stack.enter_context(_process("master.Master", "--host", HERE, "--port", "0", "--webui-port", "0"))
        address = _line_with(master, "Starting Spark master at ").split(" at ")[1].strip()
        running = []
        for _ in range(workers):
            arguments = ("--host", HERE, "--cores", "1", "--memory", memory, "--webui-port", "0", address)
            running.append(stack.enter_context(_process("worker.Worker", *arguments)))
        for worker in running:
            _line_with(worker, "Successfully registered with master")
        own = memory.replace("g", "")
        settings = {"spark.executor.memory": f"{int(float(own) * 1024) - 100}m", "spark.cores.max": str(workers)}
        settings["spark.scheduler.minRegisteredResourcesRatio"] = "1.0"
        yield Cluster(address, tuple(running), settings)


@contextmanager
def _process(what: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start one of Spark's own programs as the leader of a group; the group ends with it."""
    home = Path(str(files("pyspark")))
    environment = {**os.environ, "SPARK_LOCAL_IP": HERE, "PYSPARK_PYTHON": sys.executable, "SPARK_HOME": str(home)}
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{what}", *arguments]
    with subprocess.Popen(  # noqa: S603 - Spark's own programs
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            for reading in [thread for thread in threading.enumerate() if thread.name == _reader_of(process)]:
                reading.join()


def _line_with(process: subprocess.Popen[str], words: str) -> str:
    """Wait for a line of a program's log that has some words in it."""
    for line in process.stderr or ():
        if words in line:
            # Whoever logs into a pipe that nobody reads comes to a halt.
            reading = threading.Thread(target=deque, args=(process.stderr, 0), name=_reader_of(process), daemon=True)
            reading.start()
            return line
    msg = f"Spark ended without saying {words!r}"
    raise RuntimeError(msg)


def _reader_of(process: subprocess.Popen[str]) -> str:
    return f"log of {process.pid}"
