-- Catalogues whose word on a series went away and came back within $settle days of each turn, as known on $as_of.
WITH turned AS (
    SELECT "show", source, known_on, value, claim_id, lag(value) OVER said AS before
    FROM claims
    WHERE predicate = 'status' AND episode IS NULL AND known_on <= $as_of
      AND (taken_back_on IS NULL OR taken_back_on > $as_of)
    WINDOW said AS (PARTITION BY "show", source ORDER BY known_on, value, claim_id)
),
turns AS (
    SELECT *, known_on - lag(known_on) OVER said AS since
    FROM turned WHERE before IS NOT NULL AND before <> value
    WINDOW said AS (PARTITION BY "show", source ORDER BY known_on, value, claim_id)
),
chained AS (
    SELECT *, count(*) FILTER (since IS NULL OR since >= $settle) OVER (
        PARTITION BY "show", source ORDER BY known_on, value, claim_id) AS chain
    FROM turns
)
SELECT "show", source, min(known_on) AS first, arg_min(before, (known_on, value)) AS home,
       list(value ORDER BY known_on, value) AS words, list(known_on ORDER BY known_on, value) AS days,
       list(claim_id ORDER BY known_on, value) AS claim_ids
FROM chained
GROUP BY "show", source, chain
HAVING count(*) > 1 AND list_contains(words, home)
ORDER BY ALL;
