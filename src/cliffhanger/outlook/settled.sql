-- The claims as alerts read them: no decision or date by a source of rumours, a catalogue's word on a series only from
-- the day on which it has stood for $settle days, and no season before it turned up.
CREATE TEMP TABLE settled_claims AS
WITH
-- When each season turned up at IMDb, and when its series was first followed there.
turned_up AS (
    SELECT "show", season, coalesce(min(known_on) FILTER (metric = 'episodes_rated'), min(known_on)) AS turned_up_on,
           min(min(known_on)) OVER (PARTITION BY "show") AS followed_on
    FROM observations
    WHERE metric IN ('episodes_rated', 'episodes_listed') AND value > 0 AND episode IS NULL
    GROUP BY "show", season
),
-- The clock of ids dates a season before its first rating showed: nobody knew of it then.
claimed AS (
    SELECT c.* REPLACE (CASE WHEN c.source = 'estimate' AND t.turned_up_on > t.followed_on
                             THEN greatest(c.known_on, t.turned_up_on) ELSE c.known_on END AS known_on)
    FROM claims AS c
    LEFT JOIN turned_up AS t ON t."show" = c."show" AND t.season = c.season
),
heard AS (
    SELECT * FROM claimed
    WHERE NOT (
        list_contains($deciding, predicate) AND source = 'news' AND list_contains($rumours, lower(trim(publisher)))
    )
),
-- A run is one word by one source, however often it is repeated.
turned AS (
    SELECT "show", source, known_on, value, claim_id,
           value IS DISTINCT FROM lag(value) OVER said AS turns
    FROM heard WHERE predicate = 'status' AND episode IS NULL
    WINDOW said AS (PARTITION BY "show", source ORDER BY known_on, value, claim_id)
),
numbered AS (
    SELECT * EXCLUDE (turns),
           count(*) FILTER (turns) OVER (PARTITION BY "show", source ORDER BY known_on, value, claim_id) AS run
    FROM turned
),
begun AS (
    SELECT "show", source, run, any_value(value) AS value, min(known_on) AS begun
    FROM numbered GROUP BY ALL
),
stood AS (
    SELECT *, lead(begun) OVER (PARTITION BY "show", source ORDER BY run) AS ended
    FROM begun
    QUALIFY ended IS NULL OR ended - begun >= $settle
),
-- Of two catalogues that disagree, the one whose word changed last is heard, not the one that repeated itself last.
repeated AS (
    SELECT DISTINCT n."show", n.source, n.run, n.claim_id, n.known_on
    FROM numbered AS n
    JOIN stood AS own USING ("show", source, run)
    JOIN stood AS other ON other."show" = n."show"
        AND other.source <> n.source AND other.value <> n.value AND other.begun > own.begun AND other.begun + $settle::INTEGER <= n.known_on
),
premieres AS (
    SELECT "show", CASE WHEN source = 'estimate' THEN value::DATE ELSE valid_from END AS day, known_on
    FROM heard
    WHERE predicate = 'premiere_date' AND season >= 1 AND episode IS NULL AND modality = 'event'
),
-- A word that was said before a season began says nothing of its end, even where it settles behind its beginning.
kept AS (
    SELECT n."show", n.source, n.claim_id, n.known_on,
           greatest(n.known_on, s.begun + $settle::INTEGER) AS settled_on
    FROM numbered AS n
    JOIN stood AS s USING ("show", source, run)
    ANTI JOIN repeated AS r USING ("show", source, run, claim_id, known_on)
    WHERE NOT EXISTS (
        FROM premieres AS p
        WHERE p."show" = n."show" AND p.day > n.known_on AND p.day <= settled_on AND p.known_on <= settled_on
    )
)
SELECT * FROM heard WHERE NOT (predicate = 'status' AND episode IS NULL)
UNION ALL
SELECT h.* REPLACE (k.settled_on AS known_on)
FROM heard AS h
JOIN kept AS k USING ("show", source, claim_id, known_on)
WHERE h.predicate = 'status' AND h.episode IS NULL;
