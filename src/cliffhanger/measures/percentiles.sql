-- Percentile (0 to 99) of each season's $raw among the reference seasons of its quarter.
INSERT INTO observations BY NAME
WITH tracked AS (
    SELECT DISTINCT "show" FROM observations WHERE metric = 'tracked_since'
),
raw AS (
    SELECT "show", season, known_on, avg(value) AS value
    FROM observations
    WHERE metric = $raw AND season IS NOT NULL AND episode IS NULL AND source IN ('imdb', 'imdb_history')
    GROUP BY ALL
),
-- The first quarter has nothing before it and is measured by its own first readings.
quarters AS (
    SELECT DISTINCT date_trunc('quarter', known_on)::DATE AS quarter FROM raw
),
reference AS (
    SELECT quarter, "show", season, coalesce(
        max_by(value, known_on) FILTER (known_on < quarter),
        min_by(value, known_on) FILTER (quarter = (SELECT min(quarter) FROM quarters))
    ) AS value
    FROM raw SEMI JOIN tracked USING ("show"), quarters
    GROUP BY ALL
),
enough AS (
    SELECT quarter FROM reference WHERE value IS NOT NULL GROUP BY quarter HAVING count(*) >= 100
),
-- A quarter without a reference of its own (votes begin in 2026) uses its own first readings.
own AS (
    SELECT date_trunc('quarter', known_on)::DATE AS quarter, "show", season, min_by(value, known_on) AS value
    FROM raw SEMI JOIN tracked USING ("show")
    GROUP BY ALL
),
pool AS (
    SELECT quarter, value FROM reference SEMI JOIN enough USING (quarter) WHERE value IS NOT NULL
    UNION ALL
    SELECT quarter, value FROM own ANTI JOIN enough USING (quarter)
),
steps AS (
    SELECT quarter, unnest(range(1, 100)) AS percentile,
           unnest(quantile_cont(value, [p / 100.0 FOR p IN range(1, 100)])) AS threshold
    FROM pool
    GROUP BY quarter
),
placed AS (
    SELECT raw."show", raw.season, raw.known_on, coalesce(steps.percentile, 0) AS value
    FROM (SELECT *, date_trunc('quarter', known_on)::DATE AS quarter FROM raw) AS raw
    ASOF LEFT JOIN steps ON raw.quarter = steps.quarter AND raw.value >= steps.threshold
),
-- Only a move of three points or more is a new reading: less is noise, and would ship for nothing.
changed AS (
    SELECT *, lag(value) OVER (PARTITION BY "show", season ORDER BY known_on) AS before FROM placed
)
SELECT "show", season, $percentile AS metric, value::DOUBLE AS value, 'followed seasons' AS scope, known_on,
       'measure' AS source, "show" AS source_show
FROM changed
WHERE before IS NULL OR abs(value - before) >= 3;
