-- When each season began and ended, by the best of the dates that sources give.
-- An exact date beats an estimate; among exact ones the source nearest to the season wins. Netflix's date is the
-- day a season reached Netflix: where an estimate was made beside it, it was not taken for the premiere.
CREATE OR REPLACE TEMP TABLE seasons AS
WITH ranked AS (
    SELECT "show", season, predicate, known_on,
           CASE WHEN source = 'estimate' THEN value::DATE ELSE valid_from END AS day,
           CASE WHEN source = 'estimate' THEN unit ELSE source END AS basis,
           CASE source
               WHEN 'curated' THEN 1
               WHEN 'tmdb' THEN 2
               WHEN 'metacritic' THEN 3
               WHEN 'tvmaze' THEN 4
               WHEN 'netflix' THEN CASE WHEN estimated THEN 9 ELSE 5 END
               WHEN 'omdb' THEN 6
               WHEN 'estimate' THEN 8
               ELSE 7
           END AS rank
    FROM (
        SELECT *, bool_or(source = 'estimate') OVER (PARTITION BY "show", season, predicate) AS estimated FROM claims
    )
    WHERE predicate IN ('premiere_date', 'finale_date') AND season >= 1 AND episode IS NULL AND modality = 'event'
      AND (valid_from = valid_to OR source = 'estimate') AND taken_back_on IS NULL
),
best AS (
    SELECT "show", season, predicate, arg_min(struct_pack(day, basis, known_on), (rank, day, known_on, basis)) AS it
    FROM ranked
    GROUP BY ALL
),
paired AS (
    SELECT "show", season,
           max(it.day) FILTER (predicate = 'premiere_date') AS premiere,
           max(it.basis) FILTER (predicate = 'premiere_date') AS basis,
           max(it.known_on) FILTER (predicate = 'premiere_date') AS known_on,
           max(it.day) FILTER (predicate = 'finale_date') AS finale,
           max(it.known_on) FILTER (predicate = 'finale_date') AS finale_known_on
    FROM best
    GROUP BY ALL
)
SELECT * REPLACE (greatest(finale, premiere) AS finale)
FROM paired
WHERE premiere IS NOT NULL;
