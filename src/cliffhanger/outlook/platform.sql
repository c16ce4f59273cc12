-- The seasons of one platform's series, as known on $as_of: when each began, whether another followed within three
-- years, and how it was rated among followed seasons.
WITH known AS (
    SELECT "show", season, predicate, value, known_on FROM claims
    WHERE known_on <= $as_of AND (taken_back_on IS NULL OR taken_back_on > $as_of) AND modality = 'event'
      AND predicate IN ('network', 'kind')
),
here AS (
    SELECT "show" FROM known WHERE predicate = 'network'
    GROUP BY "show" HAVING arg_max(value, (known_on, season)) = $platform
),
limited AS (SELECT "show" FROM known WHERE predicate = 'kind' AND value = 'limited'),
rated AS (
    SELECT "show", season, arg_max(value, known_on) AS percentile FROM observations
    WHERE metric = 'rating_percentile' AND known_on <= $as_of GROUP BY "show", season
),
run AS (
    SELECT s."show", s.season, s.premiere,
           lead(s.premiere) OVER (PARTITION BY s."show" ORDER BY s.season) AS next
    FROM seasons_at($as_of::DATE) AS s SEMI JOIN here USING ("show") ANTI JOIN limited USING ("show")
    WHERE s.premiere <= $as_of
)
SELECT year(premiere) AS year, season = 1 AS first,
       next IS NOT NULL AND next <= premiere + INTERVAL 3 YEAR AS followed,
       premiere + INTERVAL 3 YEAR <= $as_of AS settled,
       percentile
FROM run LEFT JOIN rated USING ("show", season)
ORDER BY year, run."show", season;
