"""What every test may ask for, and which tests are left out on this machine, and why."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from xdist.workermanage import WorkerController

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CLIFFHANGER_SHARED") or ROOT.parent / "shared")
OLDEST_JAVA = 17

LEFT_OUT = pytest.StashKey[Counter[str]]()
"""For each reason, how many tests it left out."""

# How long an example takes says something of the machine, not of the code.
hypothesis.settings.register_profile(
    "cliffhanger",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
hypothesis.settings.load_profile("cliffhanger")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real data; a test that asks for it is marked ``shared``."""
    if reason := without_shared():
        pytest.fail(f"{reason}: mark this test with @pytest.mark.shared, and it is deselected")
    return SHARED


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Note how long a client would have waited before each further attempt, and wait for none of them."""
    import stamina  # noqa: PLC0415 - only some tests need it

    waited: list[float] = []
    before = stamina.instrumentation.get_on_retry_hooks()
    stamina.instrumentation.set_on_retry_hooks([lambda details: waited.append(details.wait_for)])
    monkeypatch.setattr("tenacity.nap.time.sleep", lambda _: None)
    yield waited
    stamina.instrumentation.set_on_retry_hooks(before)


def without_shared() -> str | None:
    """Say why tests marked ``shared`` cannot run, or None where they can."""
    if (SHARED / "data").is_dir():
        return None
    where = "the folder that CLIFFHANGER_SHARED names" if os.environ.get("CLIFFHANGER_SHARED") else "../shared"
    return f"no real data ({where} is not there, or has no data in it)"


def without_spark() -> str | None:
    """Say why tests marked ``spark`` cannot run, or None where they can."""
    if find_spec("pyspark") is None:
        return "pyspark is not installed"
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=f"{home}/bin") if home else shutil.which("java")
    if java is None:
        return f"no Java ({OLDEST_JAVA} or later is needed)"
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr  # noqa: S603 - the program is the machine's own Java
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) < OLDEST_JAVA:
        return f"Java {version[1] if version else 'of an unknown version'} ({OLDEST_JAVA} or later is needed)"
    return None


def without_browser() -> str | None:
    """Say why tests marked ``browser`` cannot run, or None where they can."""
    return None if shutil.which("chromium") else "no Chromium"


NEEDS: Mapping[str, Callable[[], str | None]] = {
    "shared": without_shared,
    "spark": without_spark,
    "browser": without_browser,
}
"""For each marker, what says why its tests cannot run here."""


# First, because xdist reads the groups in the same hook.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what cannot run here, and keep the Spark tests in one process: one JVM serves them all."""
    left_out = config.stash.setdefault(LEFT_OUT, Counter())
    for marker, why_not in NEEDS.items():
        marked = [item for item in items if item.get_closest_marker(marker)]
        if marked and (reason := why_not()):
            config.hook.pytest_deselected(items=marked)
            left_out[f"marked {marker}: {reason}"] += len(marked)
            items[:] = [item for item in items if item not in marked]
    if config.pluginmanager.has_plugin("xdist"):
        for item in items:
            if item.get_closest_marker("spark"):
                item.add_marker(pytest.mark.xdist_group("spark"))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand what an xdist worker left out to the process that reports."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        left_out = session.config.stash.setdefault(LEFT_OUT, Counter())
        output["left_out"] = dict(left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: WorkerController) -> None:
    """Take over what the workers left out; each of them collects every test, so one report is enough."""
    left_out: dict[str, int] = getattr(node, "workeroutput", {}).get("left_out", {})
    config: pytest.Config = node.config
    if not left_out or LEFT_OUT in config.stash:
        return
    config.stash[LEFT_OUT] = Counter(left_out)
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        # The closing line counts them; other plugins look for attributes on whatever stands there.
        entries = [SimpleNamespace(reason=reason) for reason in config.stash[LEFT_OUT].elements()]
        reporter.stats.setdefault("deselected", []).extend(entries)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which tests were left out on this machine, and why."""
    left_out = config.stash.setdefault(LEFT_OUT, Counter())
    if left_out:
        terminalreporter.section("deselected on this machine")
    for reason, count in left_out.items():
        terminalreporter.line(f"{count} {'test' if count == 1 else 'tests'} {reason}")
