-- Shows that stood at the same season number, at the age that $show had on $as_of, one to twelve years before it, and
-- whose fate is known by then or has been open for three years; all as known on $as_of; the most alike first.
WITH me AS (
    SELECT s.*, p.class FROM (SELECT $platform AS network) AS n
    LEFT JOIN platforms AS p ON p.name = n.network
    CROSS JOIN (SELECT premiere, $episodes::DOUBLE AS episodes, $rating::DOUBLE AS rating
                FROM seasons_at($as_of::DATE) WHERE "show" = $show AND season = $season) AS s
),
stood AS (
    FROM claims
    WHERE known_on <= $as_of AND (taken_back_on IS NULL OR taken_back_on > $as_of)
      AND predicate IN ('genre', 'language', 'network', 'kind', 'renewed', 'cancelled', 'ending')
),
genres AS (
    SELECT "show", list(DISTINCT value) AS genres FROM stood WHERE predicate = 'genre' GROUP BY "show"
),
languages AS (
    SELECT "show", min(value) AS language FROM stood WHERE predicate = 'language' GROUP BY "show"
),
networks AS (
    SELECT "show", max_by(value, (source = 'scorecards', known_on, value)) AS network
    FROM stood WHERE predicate = 'network' GROUP BY "show"
),
kinds AS (
    SELECT "show", bool_or(value = 'limited') AS limited
    FROM stood WHERE predicate = 'kind' GROUP BY "show"
),
sizes AS (
    SELECT "show", max_by(value, (known_on, value)) AS episodes FROM observations
    WHERE metric = 'episodes_listed' AND season = $season AND known_on <= $as_of GROUP BY "show"
),
ratings AS (
    SELECT "show", min_by(value, known_on) AS rating FROM observations
    WHERE metric = 'rating_percentile' AND season = $season AND known_on <= $as_of GROUP BY "show"
),
followed AS (
    SELECT DISTINCT "show" FROM observations WHERE metric = 'tracked_since' AND known_on <= $as_of
),
fates AS (
    -- The day is the announcement's; a decision whose day nobody gives has none.
    SELECT "show", arg_max(struct_pack(predicate, announced := valid_from), (known_on, predicate)) AS fate
    FROM stood
    WHERE predicate IN ('renewed', 'cancelled', 'ending') AND season = $season AND modality = 'event'
    GROUP BY "show"
),
candidates AS (
    SELECT s."show", s.premiere, s.basis, n.network, p.class, z.episodes, r.rating, f.fate,
           CASE WHEN next.premiere <= $as_of THEN next.premiere END AS returned,
           list_contains($rough, next.basis) AS roughly,
           g.genres, lang.language, followed."show" IS NOT NULL AS followed
    FROM seasons_at($as_of::DATE) AS s
    LEFT JOIN seasons_at($as_of::DATE) AS next ON next."show" = s."show" AND next.season = s.season + 1
    LEFT JOIN networks AS n ON n."show" = s."show"
    LEFT JOIN platforms AS p ON p.name = n.network
    LEFT JOIN sizes AS z ON z."show" = s."show"
    LEFT JOIN ratings AS r ON r."show" = s."show"
    LEFT JOIN fates AS f ON f."show" = s."show"
    LEFT JOIN genres AS g ON g."show" = s."show"
    LEFT JOIN languages AS lang ON lang."show" = s."show"
    LEFT JOIN kinds AS k ON k."show" = s."show"
    LEFT JOIN followed ON followed."show" = s."show"
    WHERE s.season = $season AND s."show" <> $show AND NOT coalesce(k.limited, FALSE) AND s.basis <> 'id clock'
      AND s.premiere <= $as_of - INTERVAL 1 YEAR AND s.premiere > $as_of - INTERVAL 12 YEAR
      AND s.premiere + $age::INTEGER <= $as_of
      -- What is compared must have been open at that age.
      AND (next.premiere IS NULL OR next.premiere > s.premiere + $age::INTEGER)
),
scored AS (
    SELECT c.*, CASE WHEN c.network = $platform THEN 1.0 WHEN c.class = me.class THEN 0.6 ELSE 0.0 END * 1.5
              + CASE WHEN c.episodes IS NULL THEN 0.3 ELSE exp(-abs(ln((c.episodes + 1) / (me.episodes + 1))) * 1.5) END
              + CASE WHEN c.rating IS NULL OR me.rating IS NULL THEN 0.4 ELSE 1 - abs(c.rating - me.rating) / 100 END
              + exp(-abs(date_diff('day', c.premiere, me.premiere)) / 365.25 / 6)
              + CASE WHEN c.language IS NULL OR $language = '' THEN 0.5 WHEN c.language = $language THEN 1.0 ELSE 0 END
              + CASE WHEN c.followed THEN 0.5 ELSE 0 END
              + coalesce(least(len(list_intersect(c.genres, $genres::VARCHAR[])), 2), 0) / 2.0 * 1.5 AS score
    FROM candidates AS c, me
    WHERE (c.returned IS NOT NULL OR c.fate IS NOT NULL OR c.premiere <= $as_of - INTERVAL 3 YEAR)
      -- A return before its renewal means that one of the dates is a pilot's.
      AND NOT coalesce(c.returned < c.fate.announced, FALSE)
)
SELECT "show", premiere, coalesce(network, '') AS network, returned, coalesce(fate.predicate, '') AS decided,
       fate.announced AS decided_on, coalesce(roughly, FALSE) AS roughly, score / 7.5 AS likeness
FROM scored
ORDER BY score DESC, "show"
LIMIT $most;
