"""The API against its own description: questions of all kinds, made up by schemathesis, answered as described."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from cliffhanger.web.app import create
from tests.web.made import NEVER

if TYPE_CHECKING:
    from schemathesis import APIOperation, Case, GenerationMode
    from schemathesis.specs.openapi.schemas import OpenApiSchema

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.slow]

CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
LONG = ("/status.json", "/status.yml")
"""What is told of every series unless some are named, which takes long and is always the same."""


@pytest.fixture(scope="session")
def described() -> OpenApiSchema:
    """Return the description as the app gives it."""
    return schemathesis.openapi.from_asgi("/api/openapi.json", create(None, openly=True, look_every=NEVER))


def operations(described: OpenApiSchema) -> list[APIOperation[Any, Any, Any, Any]]:
    """Return every call that is described; a description that cannot be read fails here."""
    found = list(described.get_all_operations())
    assert all(isinstance(one, Ok) for one in found)
    return [one.ok() for one in found if isinstance(one, Ok)]


CALLS = (
    "/api/outlook/{show}", "/api/search", "/api/series", "/api/platforms", "/api/platforms/{name}", "/api/slate",
    "/api/changes", "/api/read", "/api/scoreboard", "/api/record", "/feeds/changes.{form}", "/feeds/watch.{form}",
    "/calendar.ics", "/status.json", "/status.yml",
)  # fmt: skip


def test_every_call_is_tried(described: OpenApiSchema) -> None:
    """A call that is new in the description is new here."""
    assert {found.path for found in operations(described)} >= set(CALLS)


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", CALLS)
def test_the_api_keeps_to_its_description(described: OpenApiSchema, path: str, mode: GenerationMode) -> None:
    """No question breaks the server; status, media type, headers and body are those that are described."""
    (operation,) = (found for found in operations(described) if found.path == path)

    @settings(max_examples=4, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode))
    def asked(case: Case[Any]) -> None:
        if path in LONG and not case.query.get("show"):
            case.query["show"] = ["Ballard"]
        case.query.pop("every", None)
        case.call_and_validate(checks=CHECKS)

    try:
        asked()
    except Unsatisfiable:
        assert mode is schemathesis.GenerationMode.NEGATIVE
