-- For each weekly list that a show was on by $as_of: in how many weeks, how many in a row, how high.
WITH entries AS (
    SELECT source, scope AS list, season, period_end AS week, min(value) AS place
    FROM observations
    WHERE "show" = $show AND metric = 'weekly_rank' AND known_on <= $as_of AND period_end IS NOT NULL
    GROUP BY ALL
),
-- A run of weeks is where the week and its turn go on in step.
turns AS (
    SELECT *, week - 7 * row_number() OVER (PARTITION BY source, list, season ORDER BY week)::INTEGER AS run,
           week - 7 * row_number() OVER (PARTITION BY source, list, season, place = 1 ORDER BY week)::INTEGER AS run_at_1
    FROM entries
),
runs AS (
    SELECT source, list, season, run, count(*) AS weeks FROM turns GROUP BY ALL
),
runs_at_1 AS (
    SELECT source, list, season, run_at_1, count(*) AS weeks FROM turns WHERE place = 1 GROUP BY ALL
)
SELECT e.source, e.list, e.season, min(e.week), max(e.week), count(*), min(e.place)::INTEGER,
       (SELECT max(weeks) FROM runs AS r
        WHERE (r.source, r.list) = (e.source, e.list) AND r.season IS NOT DISTINCT FROM e.season),
       count(*) FILTER (e.place = 1),
       coalesce((SELECT max(weeks) FROM runs_at_1 AS r
                 WHERE (r.source, r.list) = (e.source, e.list) AND r.season IS NOT DISTINCT FROM e.season), 0)
FROM entries AS e
GROUP BY e.source, e.list, e.season
ORDER BY e.source, e.list, e.season NULLS FIRST;
