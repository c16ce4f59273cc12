-- Places of seasons (0 to 99) among the seasons of their TV season, from the episodes' votes and ratings.
INSERT INTO observations BY NAME
WITH episodes AS (
    SELECT "show", season, episode, known_on,
           ln(1 + max(value) FILTER (metric = 'imdb_votes')) AS votes, max(value) FILTER (metric = 'imdb_rating') AS rating
    FROM observations
    WHERE metric IN ('imdb_votes', 'imdb_rating') AND source = 'imdb' AND season >= 1 AND episode IS NOT NULL
    GROUP BY ALL
),
numbered AS (
    SELECT *, row_number() OVER in_order AS place, count(*) OVER (PARTITION BY "show", season) AS length
    FROM episodes WHERE votes IS NOT NULL AND rating IS NOT NULL
    WINDOW in_order AS (PARTITION BY "show", season ORDER BY episode)
),
courses AS (
    SELECT "show", season, max(known_on) AS known_on, avg(votes) AS votes, avg(rating) AS rating,
           max(votes) FILTER (place = length) - max(votes) FILTER (place = 2) AS held,
           CASE WHEN count(*) >= 5 THEN regr_slope(votes, place / length) FILTER (place > 1 AND place < length) END AS trend,
           max(votes) FILTER (place = length)
               - avg(votes) FILTER (place < length AND place > 1 AND place >= length - 3) AS finale,
           max(rating) FILTER (place = length) - avg(rating) AS rating_finale,
           min(votes) - avg(votes) AS least, max(votes) FILTER (place = 1) - avg(votes) AS first
    FROM numbered
    GROUP BY ALL
),
premieres AS (
    SELECT "show", season, coalesce(min(valid_from) FILTER (source <> 'estimate'), min(TRY_CAST(value AS DATE))) AS premiere
    FROM claims
    WHERE predicate = 'premiere_date' AND season >= 1 AND episode IS NULL AND modality = 'event'
      AND (valid_from = valid_to OR source = 'estimate') AND source NOT IN ('netflix', 'news')
    GROUP BY ALL
),
networks AS (
    SELECT "show", max_by(value, (source = 'scorecards', known_on, value)) AS network
    FROM claims WHERE predicate = 'network' GROUP BY "show"
),
unscripted AS (
    SELECT "show", bool_or(value IN ('reality', 'talk', 'variety', 'news', 'game', 'documentary', 'Reality-TV', 'Reality',
        'Game-Show', 'Game Show', 'Documentary', 'Talk-Show', 'Talk Show', 'News')) AS yes
    FROM claims WHERE predicate IN ('kind', 'genre') GROUP BY "show"
),
kinds AS (SELECT unnest($names) AS network, unnest($kinds) AS class),
runs AS (
    SELECT p."show", p.season = 1 AS new, p.premiere, next.premiere AS followed, n.network, k.class
    FROM premieres AS p
    JOIN networks AS n USING ("show")
    LEFT JOIN kinds AS k USING (network)
    LEFT JOIN premieres AS next ON next."show" = p."show" AND next.season = p.season + 1
    WHERE p.premiere > $first::DATE - INTERVAL 6 YEAR
),
-- By the month, so that each month's record is counted once.
months AS (
    SELECT DISTINCT date_trunc('month', premiere)::DATE AS month FROM runs WHERE premiere BETWEEN $first::DATE AND $last::DATE
),
by_class AS (
    SELECT month, class, new, (count(*) FILTER (followed <= month) + 12) / (count(*) + 20) AS returned
    FROM months JOIN runs ON premiere > month - INTERVAL 5 YEAR AND premiere < month - INTERVAL 18 MONTH
    WHERE class IS NOT NULL GROUP BY ALL
),
by_network AS (
    SELECT month, network, class, new, count(*) AS begun, count(*) FILTER (followed <= month) AS returned
    FROM months JOIN runs ON premiere > month - INTERVAL 5 YEAR AND premiere < month - INTERVAL 18 MONTH
    GROUP BY ALL
),
changes AS (
    SELECT c.*, n.network, k.class, coalesce(u.yes, FALSE) AS unscripted,
           year(p.premiere - INTERVAL 8 MONTH) AS tv_season,
           c.votes - before.votes AS votes_change, c.rating - before.rating AS rating_change,
           CASE WHEN c.season > 1 THEN c.votes - first.votes END AS since_first, p.premiere
    FROM courses AS c
    JOIN premieres AS p USING ("show", season)
    LEFT JOIN networks AS n USING ("show")
    LEFT JOIN kinds AS k USING (network)
    LEFT JOIN unscripted AS u USING ("show")
    LEFT JOIN courses AS before ON before."show" = c."show" AND before.season = c.season - 1
    LEFT JOIN courses AS first ON first."show" = c."show" AND first.season = 1
    WHERE p.premiere BETWEEN $first::DATE AND $last::DATE
),
slates AS (
    SELECT changes.*, 100 * c.returned AS class_returned,
           100 * (coalesce(b.returned, 0) + 8 * coalesce(c.returned, 0.6)) / (coalesce(b.begun, 0) + 8) AS platform_returned,
           CASE WHEN changes.network IS NOT NULL THEN votes - median(votes) OVER slate END AS votes_slate,
           CASE WHEN changes.network IS NOT NULL THEN rating - median(rating) OVER slate END AS rating_slate
    FROM changes
    LEFT JOIN by_class AS c ON (c.month, c.class, c.new)
        = (date_trunc('month', changes.premiere)::DATE, changes.class, changes.season = 1)
    LEFT JOIN by_network AS b ON (b.month, b.network, b.new)
        = (date_trunc('month', changes.premiere)::DATE, changes.network, changes.season = 1)
    WINDOW slate AS (PARTITION BY changes.network, tv_season, unscripted)
),
long AS (
    SELECT "show", season, known_on, tv_season, unnest([
        struct_pack(metric := 'season_votes', x := votes),
        struct_pack(metric := 'season_votes_slate', x := votes_slate),
        struct_pack(metric := 'season_votes_held', x := held),
        struct_pack(metric := 'season_votes_trend', x := trend),
        struct_pack(metric := 'season_votes_finale', x := finale),
        struct_pack(metric := 'season_votes_change', x := votes_change),
        struct_pack(metric := 'season_votes_since_first', x := since_first),
        struct_pack(metric := 'season_votes_least', x := least),
        struct_pack(metric := 'season_votes_first', x := first),
        struct_pack(metric := 'season_rating', x := rating),
        struct_pack(metric := 'season_rating_slate', x := rating_slate),
        struct_pack(metric := 'season_rating_change', x := rating_change),
        struct_pack(metric := 'season_rating_finale', x := rating_finale)], recursive := TRUE)
    FROM slates
),
placed AS (
    -- Rounded first, so that the last bits of a sum do not decide an order; equals share a place.
    SELECT "show", season, known_on, metric,
           floor(100 * (rank() OVER (PARTITION BY tv_season, metric ORDER BY round(x, 6)) - 1)
               / count(*) OVER (PARTITION BY tv_season, metric)) AS value
    FROM long WHERE x IS NOT NULL
)
SELECT "show", season, metric, value::DOUBLE AS value, 'TV season' AS scope, known_on, 'measure' AS source,
       "show" AS source_show
FROM placed
UNION ALL
SELECT "show", season, metric, round(x), 'TV season', known_on, 'measure', "show"
FROM (
    UNPIVOT (
        SELECT "show", season, known_on, platform_returned AS season_platform_returned, class_returned AS season_class_returned
        FROM slates WHERE network IS NOT NULL
    ) ON season_platform_returned, season_class_returned INTO NAME metric VALUE x
);
