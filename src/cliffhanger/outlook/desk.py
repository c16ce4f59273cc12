"""The desk: facts and models in, dossiers and forecasts out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.errors import TooEarlyError
from cliffhanger.domain.show import Season, Show
from cliffhanger.domain.vocabulary import Kind
from cliffhanger.models.explain import drivers
from cliffhanger.models.fate import fates
from cliffhanger.models.logistic import expit, logit
from cliffhanger.outlook import (
    chart_weeks,
    comparables,
    conflicts,
    evidence,
    forecasts,
    in_common,
    reasons,
    scores,
    search,
    statements,
    waits,
    whatifs,
    words,
)
from cliffhanger.outlook.dossier import Dossier, Silence
from cliffhanger.outlook.forecasts import Context
from cliffhanger.panel import panel as rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.domain.forecast import Forecast
    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models
    from cliffhanger.outlook.search import Named
    from cliffhanger.outlook.waits import Waits
    from cliffhanger.panel.panel import Panel

SILENCES = tuple(range(1, 25))
"""Months of further silence that a dossier tells the odds for."""

KEPT_INDEXES = 256
"""Platforms and days whose cancel indexes are kept: shows of one platform are often asked about together."""

_FIRST_DATED = 'SELECT min(premiere) FROM seasons WHERE "show" = $show'

_SEASONS = """
SELECT season, premiere, basis, finale, finale_basis
FROM seasons_at($as_of::DATE)
WHERE "show" = $show AND premiere <= $as_of
ORDER BY season
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers questions from one set of facts and one set of models.

    Attributes:
        facts: the facts.
        models: the models.
    """

    facts: Facts
    models: Models
    _indexes: dict[tuple[str, date], dict[str, float]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def open(cls, facts: Facts, models: Models) -> Desk:
        """Make a desk, with season dates and platforms settled."""
        rows.prepare(facts)
        return cls(facts, models)

    @property
    def known_to(self) -> date:
        """Last day of the data."""
        return date.fromisoformat(self.facts.manifest.known_to)

    def outlook(self, query: str, as_of: date) -> Dossier:
        """Return the dossier on one show.

        Args:
            query: title, alias or id.
            as_of: the last day whose facts may be used.

        Raises:
            UnknownTitleError: where no show has that name.
            AmbiguousTitleError: where several have.
            TooEarlyError: where nothing had premiered by then.
        """
        named = search.find(self.facts.connection, query)
        panel = rows.latest(self.facts, as_of, [named.show])
        if len(panel) == 0:
            raise self._too_early(named, as_of)
        return self._dossier(named, panel, as_of)

    def forecasts(self, as_of: date, by: Sequence[date], shows: Sequence[str] | None = None) -> Iterator[Forecast]:
        """Yield a forecast for the latest season of every show (or of some), in order of id."""
        yield from forecasts.forecasts(rows.latest(self.facts, as_of, shows), by, self.context())

    def context(self, titles: dict[str, str] | None = None) -> Context:
        """Return what the forecasts of one run share; all titles unless some are given."""
        titles = search.titles(self.facts.connection) if titles is None else titles
        return Context(self.models, titles, self.facts.manifest.data_version, self.known_to)

    def _dossier(self, named: Named, panel: Panel, as_of: date) -> Dossier:
        connection = self.facts.connection
        (forecast,) = forecasts.forecasts(panel, (), self.context({named.show: named.title}))
        forecast = replace(
            forecast, p_renewed_range=forecasts.around(forecast.p_renewed, self._spread(panel, forecast.p_renewed))
        )
        moved = drivers(panel, lambda some: fates(some, self.models).p_renewed)
        quantiles = forecast.premiere_quantiles
        facts = evidence.gather(connection, named.show, as_of)
        said = statements.gather(connection, named.show, as_of)
        known_waits = waits.waits(connection, panel)
        return Dossier(
            show=self._show(named, panel, as_of),
            forecast=forecast,
            verdict=words.verdict(forecast),
            premiere=_premiere(panel),
            signs=evidence.signs(connection, panel),
            planned=_planned(panel),
            window=(quantiles[0.25], quantiles[0.75]),
            wide_window=(quantiles[0.05], quantiles[0.95]),
            decision_by=waits.decision_by(known_waits, panel),
            silence=self._silence(panel, known_waits),
            changes=whatifs.changes(panel, self.models),
            base_rate=moved.base,
            base_rate_of=reasons.base_rate_of(panel),
            drivers=reasons.told(panel, moved),
            look_alikes=comparables.look_alikes(connection, panel),
            line=evidence.line(connection, named.show, as_of),
            in_common=in_common.gather(connection, named.show, as_of),
            scores=scores.gather(connection, named.show, as_of),
            places=scores.places(connection, named.show, as_of),
            on_lists=chart_weeks.gather(connection, named.show, as_of),
            evidence=facts,
            statements=said,
            coverage=statements.coverage(connection, named.show, as_of),
            conflicts=conflicts.of(connection, named.show, as_of),
            baselines=reasons.baselines(panel, self.models, self._index(panel)),
            missing=evidence.missing(
                facts,
                season=forecast.question.season,
                estimated=panel["basis"][0] in rows.ESTIMATED,
                platform=str(panel["network"][0]),
                kind=str(panel["kind"][0]),
                spoken=bool(said),
            ),
            data_known_to=self.known_to,
        )

    def _spread(self, panel: Panel, p: float) -> float:
        """Return the standard deviation of one row's log-odds: of the fit, by bootstrap, and of the model."""
        count = len(self.models.hazard.replicas)
        fits = [logit(fates(panel, self.models, replica=number).p_renewed)[0] for number in range(count)]
        around = np.asarray(fits) - float(logit(p))
        return float(np.sqrt((around**2).mean() + forecasts.MODEL_SPREAD**2)) if fits else forecasts.MODEL_SPREAD

    def _index(self, panel: Panel) -> float:
        """Return the cancel index of a one-row panel's show; NaN where its platform is not known."""
        key = (str(panel["network"][0]), panel["as_of"].astype(object)[0])
        if not key[0]:
            return float("nan")
        if key not in self._indexes:
            if len(self._indexes) >= KEPT_INDEXES:
                self._indexes.clear()
            self._indexes[key] = reasons.indexes(self.facts, *key)
        return self._indexes[key].get(str(panel["show"][0]), float("nan"))

    def _silence(self, panel: Panel, known_waits: Waits | None) -> tuple[Silence, ...]:
        """Return the odds after months in which really nothing is announced.

        The waits of past decisions weigh in, too. Silence is never read as
        good news: where few decisions came that late, the odds stay as they were.
        """
        as_of, premiere = (panel[name].astype(object)[0] for name in ("as_of", "premiere"))
        later = [as_of + timedelta(days=round(months * rows.DAYS_A_MONTH)) for months in SILENCES]
        repeated = panel.take(np.zeros(len(later), dtype=np.intp))
        shifted = rows.Panel({**repeated.columns, "as_of": np.array(later, dtype="datetime64[D]")})
        odds = logit(fates(shifted, self.models).p_renewed)
        if known_waits is not None:
            odds = odds + [known_waits.shift((as_of - premiere).days, (day - premiere).days) for day in later]
        now = float(fates(panel, self.models).p_renewed[0])
        falling = np.minimum.accumulate(np.minimum(now, expit(odds)))
        return tuple(Silence(*each) for each in zip(SILENCES, later, falling.tolist(), strict=True))

    def _show(self, named: Named, panel: Panel, as_of: date) -> Show:
        asked = {"show": named.show, "as_of": as_of}
        found = self.facts.connection.execute(_SEASONS, asked).fetchall()
        kind = str(panel["kind"][0])
        return Show(
            id=named.show,
            title=named.title,
            year=named.year,
            network=str(panel["network"][0]),
            kind=Kind(kind) if kind else None,
            seasons=tuple(_season(*row) for row in found),
        )

    def _too_early(self, named: Named, as_of: date) -> TooEarlyError:
        row = self.facts.connection.execute(_FIRST_DATED, {"show": named.show}).fetchone()
        first = f"on {row[0]}" if row and row[0] else "on a day that no source gives"
        return TooEarlyError(title=named.title, as_of=as_of.isoformat(), first_known=first)


def _premiere(panel: Panel) -> PartialDate:
    day = panel["premiere"].astype(object)[0]
    return PartialDate(day, day, _dated(day, str(panel["basis"][0])))


def _planned(panel: Panel) -> PartialDate | None:
    first, last = (panel[name].astype(object)[0] for name in ("planned_from", "planned_to"))
    return PartialDate(first, last) if first is not None else None


def _season(number: int, premiere: date, basis: str, finale: date | None, finale_basis: str | None) -> Season:
    begun = PartialDate(premiere, premiere, _dated(premiere, basis))
    ended = PartialDate(finale, finale, _dated(finale, finale_basis or "")) if finale else None
    return Season(number, None, begun, ended)


def _dated(day: date, basis: str) -> str:
    if basis in rows.ROUGH:
        return f"about {words.month(day)}"
    return f"about {words.day(day)}" if basis in rows.ESTIMATED else words.day(day)
