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
quarters AS (
    SELECT date_trunc('quarter', known_on)::DATE AS quarter, (min(known_on) + INTERVAL 3 DAY)::DATE AS opened
    FROM raw GROUP BY ALL
),
reference AS (
    SELECT quarter, "show", season, max_by(value, known_on) AS value
    FROM quarters JOIN (FROM raw SEMI JOIN tracked USING ("show")) AS raw ON raw.known_on < quarter
    GROUP BY ALL
),
enough AS (
    SELECT quarter FROM reference GROUP BY quarter HAVING count(*) >= 100
),
-- A quarter without a reference of its own (ratings begin in 2023, votes in 2026) is measured by its own first three
-- days, and nothing is shown before those are over.
own AS (
    SELECT quarter, opened, "show", season, max_by(value, known_on) AS value
    FROM quarters JOIN (FROM raw SEMI JOIN tracked USING ("show")) AS raw
        ON raw.known_on BETWEEN quarter AND opened
    WHERE quarter NOT IN (FROM enough)
    GROUP BY ALL
),
pool AS (
    SELECT quarter, value FROM reference SEMI JOIN enough USING (quarter)
    UNION ALL
    SELECT quarter, value FROM own
),
steps AS (
    SELECT quarter, unnest(range(1, 100)) AS percentile,
           unnest(quantile_cont(value, [p / 100.0 FOR p IN range(1, 100)])) AS threshold
    FROM pool
    GROUP BY quarter
),
placed AS (
    SELECT "show", season, known_on, max_by(value, read_on) AS value
    FROM (
        SELECT raw."show", raw.season, raw.known_on AS read_on, coalesce(steps.percentile, 0) AS value,
               CASE WHEN raw.quarter IN (FROM enough) THEN raw.known_on
                    ELSE greatest(raw.known_on, raw.opened) END AS known_on
        FROM (SELECT * FROM raw JOIN quarters ON quarter = date_trunc('quarter', known_on)::DATE) AS raw
        ASOF LEFT JOIN steps ON raw.quarter = steps.quarter AND raw.value >= steps.threshold
    )
    GROUP BY ALL
),
-- A new reading is shown when it crosses into another band of three points: less is noise, and would ship for nothing.
changed AS (
    SELECT *, lag(value // 3) OVER (PARTITION BY "show", season ORDER BY known_on) AS before FROM placed
)
SELECT "show", season, $percentile AS metric, value::DOUBLE AS value, 'followed seasons' AS scope, known_on,
       'measure' AS source, "show" AS source_show
FROM changed
WHERE before IS NULL OR value // 3 <> before;
