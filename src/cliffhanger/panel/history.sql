-- The panel's rows, with what their platforms had decided in TV seasons before the question's own.
-- A TV season begins on 1 September; decisions of the current one are left out, for cancellations
-- come early in it and renewals late.
WITH decisions AS (
    SELECT c."show", c.season, c.season = 1 AS new, bool_or(c.predicate = 'renewed') AS renewed,
           min(c.known_on) AS known_on, max(n.value) AS network
    FROM claims AS c
    JOIN claims AS n ON n."show" = c."show" AND n.predicate = 'network' AND n.source_show = c.source_show
    -- Of the catalogued shows alone, so that a ledger and the starter catalogue give the same record.
    SEMI JOIN (SELECT "show" FROM claims WHERE source = 'estimate') AS e ON e."show" = c."show"
    WHERE c.predicate IN ('renewed', 'cancelled') AND c.modality = 'event' AND c.season IS NOT NULL
    GROUP BY ALL
),
classed AS (
    SELECT d.*, coalesce(p.class, 'unknown') AS class
    FROM decisions AS d LEFT JOIN platforms AS p ON p.name = d.network
),
asked AS (
    SELECT *, season = 1 AS new,
           CASE WHEN month(as_of) >= 9 THEN make_date(year(as_of), 9, 1)
                ELSE make_date(year(as_of) - 1, 9, 1) END AS tv_season
    FROM panel_rows
),
days AS (SELECT DISTINCT tv_season FROM asked),
by_network AS (
    SELECT days.tv_season, d.network, d.new, count(*) AS decided, count(*) FILTER (d.renewed) AS renewed
    FROM days JOIN classed AS d ON d.known_on < days.tv_season
    GROUP BY ALL
),
by_class AS (
    SELECT tv_season, class, new, count(*) AS decided, count(*) FILTER (renewed) AS renewed
    FROM days JOIN classed ON known_on < tv_season
    GROUP BY ALL
)
SELECT a.* EXCLUDE (new, tv_season),
       coalesce(n.decided, 0) AS network_decided, coalesce(n.renewed, 0) AS network_renewed,
       coalesce(c.decided, 0) AS class_decided, coalesce(c.renewed, 0) AS class_renewed
FROM asked AS a
LEFT JOIN by_network AS n ON (n.tv_season, n.network, n.new) = (a.tv_season, a.network, a.new)
LEFT JOIN by_class AS c ON (c.tv_season, c.class, c.new) = (a.tv_season, a.platform_class, a.new)
ORDER BY a."show", a.season, a.as_of;
