-- Every name of every show, with what the reader tells shows of one name apart by.
WITH titles AS (
    SELECT "show", coalesce(min(value) FILTER (predicate = 'title' AND source = 'imdb'),
                            min(value) FILTER (predicate = 'title')) AS title,
           min(TRY_CAST(value AS INTEGER)) FILTER (predicate = 'start_year') AS year,
           max_by(value, (source <> 'netflix', known_on, source, value)) FILTER (predicate = 'network') AS platform
    FROM claims
    WHERE predicate IN ('title', 'start_year', 'network') AND season IS NULL AND episode IS NULL
    GROUP BY "show"
),
-- The series followed day by day are the most-voted ones; a show is as well known as its most-voted season.
known AS (
    SELECT "show", bool_or(metric = 'tracked_since') AS followed,
           coalesce(max(value) FILTER (metric = 'votes_percentile'), 0) AS votes, count(*) AS readings
    FROM observations
    WHERE metric IN ('tracked_since', 'votes_percentile', 'rating_percentile')
    GROUP BY "show"
),
ranked AS (
    SELECT t.*, row_number() OVER (
        ORDER BY coalesce(k.followed, FALSE) DESC, coalesce(k.votes, 0) DESC, coalesce(k.readings, 0) DESC, t."show"
    ) - 1 AS rank
    FROM titles AS t LEFT JOIN known AS k ON k."show" = t."show"
)
SELECT DISTINCT r."show", r.title, c.value AS name, r.year, r.rank, coalesce(r.platform, '') AS platform
FROM claims AS c JOIN ranked AS r ON r."show" = c."show"
WHERE c.predicate IN ('title', 'alias') AND c.season IS NULL AND c.episode IS NULL AND r.title IS NOT NULL
ORDER BY r.rank, name;
