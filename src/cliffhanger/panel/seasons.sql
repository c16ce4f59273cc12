-- Every date that a source gives a season, with its rank: an exact date beats an estimate, and among exact ones the
-- source nearest to the season wins. Netflix's date is the day a season reached Netflix: it is taken for the premiere
-- only where the estimate lies near it.
CREATE OR REPLACE TEMP TABLE season_claims AS
WITH dated AS (
    SELECT "show", season, predicate, known_on, taken_back_on, source,
           CASE WHEN source = 'estimate' THEN value::DATE ELSE valid_from END AS day,
           CASE WHEN source = 'estimate' THEN unit ELSE source END AS basis,
           max(CASE WHEN source = 'estimate' AND unit <> 'last air date' THEN value::DATE END) OVER (PARTITION BY "show", season, predicate) AS guess
    FROM claims
    WHERE predicate IN ('premiere_date', 'finale_date') AND season >= 1 AND episode IS NULL AND modality = 'event'
      AND (valid_from = valid_to OR source = 'estimate')
)
SELECT "show", season, predicate, day, basis, known_on, taken_back_on,
       CASE source
           WHEN 'curated' THEN 1
           WHEN 'own' THEN 1
           WHEN 'tmdb' THEN 2
           WHEN 'metacritic' THEN 3
           WHEN 'tvmaze' THEN 4
           WHEN 'netflix' THEN CASE WHEN abs(date_diff('day', day, guess)) <= 200 THEN 5 ELSE 9 END
           WHEN 'omdb' THEN 6
           WHEN 'estimate' THEN CASE WHEN basis = 'last air date' THEN 7 ELSE 8 END
           ELSE 7
       END AS rank
FROM dated;

-- When each season began and ended, as known on a day.
CREATE OR REPLACE TEMP MACRO seasons_at(asked_on) AS TABLE
SELECT "show", season, premiere, basis, known_on, CASE WHEN finale >= premiere THEN finale END AS finale, finale_basis
FROM (
    SELECT "show", season,
           max(it.day) FILTER (predicate = 'premiere_date') AS premiere,
           max(it.basis) FILTER (predicate = 'premiere_date') AS basis,
           max(it.known_on) FILTER (predicate = 'premiere_date') AS known_on,
           max(it.day) FILTER (predicate = 'finale_date') AS finale,
           max(it.basis) FILTER (predicate = 'finale_date') AS finale_basis
    FROM (
        SELECT "show", season, predicate, arg_min(struct_pack(day, basis, known_on), (rank, day, known_on, basis)) AS it
        FROM season_claims
        WHERE known_on <= asked_on AND (taken_back_on IS NULL OR taken_back_on > asked_on)
        GROUP BY ALL
    )
    GROUP BY ALL
)
WHERE premiere IS NOT NULL;

-- The same by all that is known: for the answers to questions, never for the questions. A season counts as known since
-- the first that told of it: a catalogue that dates it better years later makes it no later.
CREATE OR REPLACE TEMP TABLE seasons AS
SELECT s.* REPLACE (least(s.known_on, t.told) AS known_on)
FROM seasons_at(DATE '9999-12-31') AS s
JOIN (
    SELECT "show", season, min(known_on) AS told FROM season_claims
    WHERE predicate = 'premiere_date' AND taken_back_on IS NULL GROUP BY ALL
) AS t USING ("show", season);
