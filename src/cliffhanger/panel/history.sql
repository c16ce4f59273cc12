-- The panel's rows, with what their platforms had decided in TV seasons before the question's own.
-- A TV season begins on 1 September; decisions of the current one are left out, for cancellations
-- come early in it and renewals late. Of a decision that was undone, the latest word of the time holds.
WITH asked AS (
    SELECT *, season = 1 AS new,
           CASE WHEN month(as_of) >= 9 THEN make_date(year(as_of), 9, 1)
                ELSE make_date(year(as_of) - 1, 9, 1) END AS tv_season
    FROM panel_rows
),
days AS (SELECT DISTINCT tv_season FROM asked),
networks AS (
    SELECT "show", source_show, max_by(value, (known_on, value)) AS network, min(known_on) AS known_on
    FROM claims WHERE predicate = 'network' GROUP BY ALL
),
decisions AS (
    SELECT days.tv_season, c."show", c.season, c.season = 1 AS new,
           max_by(c.predicate = 'renewed', (c.known_on, c.predicate)) AS renewed,
           max_by(n.network, (c.known_on, c.predicate, n.network)) AS network
    FROM days
    JOIN claims AS c ON c.known_on < days.tv_season AND (c.taken_back_on IS NULL OR c.taken_back_on >= days.tv_season)
    JOIN networks AS n ON n."show" = c."show" AND n.source_show = c.source_show AND n.known_on < days.tv_season
    -- Of the catalogued shows alone, so that a ledger and the starter catalogue give the same record.
    SEMI JOIN (SELECT "show" FROM claims WHERE source = 'estimate') AS e ON e."show" = c."show"
    WHERE c.predicate IN ('renewed', 'cancelled') AND c.modality = 'event' AND c.season IS NOT NULL
    GROUP BY ALL
),
classed AS (
    SELECT d.*, coalesce(p.class, 'unknown') AS class
    FROM decisions AS d LEFT JOIN platforms AS p ON p.name = d.network
),
by_network AS (
    SELECT tv_season, network, new, count(*) AS decided, count(*) FILTER (renewed) AS renewed
    FROM classed GROUP BY ALL
),
by_class AS (
    SELECT tv_season, class, new, count(*) AS decided, count(*) FILTER (renewed) AS renewed
    FROM classed GROUP BY ALL
)
SELECT a.* EXCLUDE (new, tv_season),
       coalesce(n.decided, 0) AS network_decided, coalesce(n.renewed, 0) AS network_renewed,
       coalesce(c.decided, 0) AS class_decided, coalesce(c.renewed, 0) AS class_renewed
FROM asked AS a
LEFT JOIN by_network AS n ON (n.tv_season, n.network, n.new) = (a.tv_season, a.network, a.new)
LEFT JOIN by_class AS c ON (c.tv_season, c.class, c.new) = (a.tv_season, a.platform_class, a.new)
ORDER BY a."show", a.season, a.as_of;
