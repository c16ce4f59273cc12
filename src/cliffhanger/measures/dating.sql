-- Premiere and finale estimates for every season that has a rated episode.
INSERT INTO claims BY NAME
WITH aired AS (
    SELECT "show", season, min(known_on) AS seen_on
    FROM observations
    WHERE metric = 'episodes_rated' AND value > 0 AND season >= 1 AND episode IS NULL
    GROUP BY ALL
),
numbers AS (
    SELECT "show", season, metric, max(value) AS number
    FROM observations
    WHERE metric IN ('median_episode_number', 'last_episode_number') AND season >= 1
    GROUP BY ALL
),
-- Netflix says when a season reached Netflix, which is its premiere only for a series of Netflix's own, and an article
-- may be loose: neither is used here.
exact AS (
    SELECT "show", season, median(epoch(valid_from) / 86400) AS day
    FROM claims
    WHERE predicate = 'premiere_date' AND valid_from = valid_to AND modality = 'event' AND season >= 1
      AND source NOT IN ('estimate', 'netflix', 'news') AND taken_back_on IS NULL
    GROUP BY ALL
    HAVING date_diff('day', min(valid_from), max(valid_from)) <= 60
),
binned AS (
    SELECT number, day, ntile(greatest(1, least(160, total // 12))) OVER (ORDER BY number) AS bin
    FROM (
        SELECT number, day, count(*) OVER () AS total
        FROM numbers JOIN exact USING ("show", season)
        WHERE metric = 'median_episode_number'
    )
),
medians AS (
    SELECT bin, median(number) AS mark, median(day) AS day FROM binned GROUP BY bin
),
errors AS (
    SELECT bin, quantile_cont(abs(binned.day - medians.day), 0.8) AS spread
    FROM binned JOIN medians USING (bin)
    GROUP BY bin
),
-- Ids are handed out in rising order, so the clock never runs backwards.
knots AS (
    SELECT mark, max(day) OVER (ORDER BY mark) AS day, spread FROM medians JOIN errors USING (bin)
),
rising AS (
    SELECT mark, day, spread, lead(mark) OVER (ORDER BY mark) AS next_mark, lead(day) OVER (ORDER BY mark) AS next_day FROM knots
),
clocked AS (
    SELECT n."show", n.season, n.metric, n.number, k.spread,
           coalesce(k.day, (SELECT min(day) FROM knots)) + coalesce((n.number - k.mark) / nullif(k.next_mark - k.mark, 0) * (k.next_day - k.day), 0) AS day
    FROM numbers AS n ASOF LEFT JOIN rising AS k ON n.number >= k.mark
),
by_clock AS (
    SELECT "show", season,
           max(day) FILTER (metric = 'median_episode_number') AS premiere,
           max(day) FILTER (metric = 'last_episode_number') AS finale,
           max(number) FILTER (metric = 'median_episode_number') AS number,
           max(spread) AS spread
    FROM clocked
    GROUP BY ALL
),
tracked AS (
    SELECT "show", min(value) AS since FROM observations WHERE metric = 'tracked_since' GROUP BY "show"
),
-- A season is seen to begin only if its first ratings came well after its series was followed, and near the clock's
-- day: else an old season was filled in. A latest season with several rated episodes may have been listed years ahead.
by_rating AS (
    SELECT o."show", o.season, min(o.value) AS first_rated, max(o.value) AS last_rated, count(*) AS episodes
    FROM observations AS o LEFT JOIN tracked USING ("show")
    WHERE o.metric = 'first_rated' AND o.season >= 1
    GROUP BY ALL
    HAVING min(o.value) > coalesce(min(tracked.since), 0) + 7
),
start_years AS (
    SELECT "show", min(TRY_CAST(value AS INTEGER)) AS year FROM claims WHERE predicate = 'start_year' GROUP BY "show"
),
-- Ids below a million were entered in bulk, long after most of their seasons aired: there a season is put as many
-- years behind the first as its number says.
begun AS (
    SELECT "show", coalesce(min(x.day), min(epoch(make_date(y.year, 7, 1)) / 86400)) AS day
    FROM start_years AS y FULL JOIN (SELECT * FROM exact WHERE season = 1) AS x USING ("show")
    GROUP BY "show"
),
-- A series that a catalogue calls over had its last episode on the day that the catalogue gives.
over AS (
    SELECT c."show", epoch(max(c.valid_from)) / 86400 AS day
    FROM claims AS c
    WHERE c.predicate = 'last_air_date' AND c.modality = 'event' AND (c.source = 'tvmaze' OR EXISTS (
        FROM claims AS s WHERE s."show" = c."show" AND s.source = c.source AND s.source_show = c.source_show
            AND s.predicate = 'status' AND s.value IN ('ended', 'cancelled')))
    GROUP BY c."show"
),
estimated AS (
    SELECT a."show", a.season, a.seen_on, x.day AS exact,
           r.first_rated IS NOT NULL AND (abs(r.first_rated - c.premiere) < 400 OR (r.episodes >= 3
               AND r.first_rated > c.premiere AND a.season = max(a.season) OVER (PARTITION BY a."show"))) AS rated,
           CASE WHEN rated THEN r.first_rated - 2
                ELSE least(CASE WHEN c.number < 1000000 THEN coalesce(b.day + 365 * (a.season - 1), c.premiere)
                                ELSE c.premiere END, over.day, epoch(a.seen_on) / 86400) END AS raw_premiere,
           CASE WHEN rated THEN greatest(r.last_rated - 2, r.first_rated - 2)
                ELSE least(CASE WHEN c.number < 1000000 THEN coalesce(b.day + 365 * (a.season - 1), c.finale)
                                ELSE c.finale END, over.day, epoch(a.seen_on) / 86400) END AS raw_finale,
           CASE WHEN rated THEN 5 ELSE greatest(coalesce(c.spread, 365), 14) END AS spread,
           r.first_rated, r.last_rated, y.year
    FROM aired AS a
    LEFT JOIN by_clock AS c USING ("show", season)
    LEFT JOIN by_rating AS r USING ("show", season)
    LEFT JOIN start_years AS y ON a."show" = y."show"
    LEFT JOIN begun AS b ON b."show" = a."show"
    LEFT JOIN over ON over."show" = a."show"
    LEFT JOIN exact AS x ON x."show" = a."show" AND x.season = a.season
),
-- A first season begins in its series' first year, where that is known.
placed AS (
    SELECT *,
           CASE WHEN season = 1 AND year IS NOT NULL AND NOT rated
                THEN greatest(least(raw_premiere, epoch(make_date(year, 12, 31)) / 86400),
                              epoch(make_date(year, 1, 1)) / 86400)
                ELSE raw_premiere END AS premiere_day
    FROM estimated
    WHERE raw_premiere IS NOT NULL
),
-- Seasons that were ordered together were entered together, long before the later ones aired. Where a series was
-- entered in its first year, a season within five months of the one before is put a year behind it, and no later than
-- two months before the next one that was entered on its own.
spaced AS (
    SELECT *,
           coalesce(exact, premiere_day) AS known_day,
           NOT rated AND exact IS NULL AND year IS NOT NULL
           AND min(coalesce(exact, premiere_day)) FILTER (season = 1) OVER per_show
               < epoch(make_date(year + 2, 1, 1)) / 86400
           AND coalesce(exact, premiere_day) - lag(coalesce(exact, premiere_day)) OVER in_order < 150 AS together
    FROM placed
    WINDOW per_show AS (PARTITION BY "show"), in_order AS (PARTITION BY "show" ORDER BY season)
),
grouped AS (
    SELECT *, sum((NOT coalesce(together, FALSE))::INTEGER) OVER (PARTITION BY "show" ORDER BY season) AS entry
    FROM spaced
),
starts AS (
    SELECT "show", entry, min(known_day) AS start FROM grouped WHERE NOT coalesce(together, FALSE) GROUP BY ALL
),
moved AS (
    SELECT g.* EXCLUDE (premiere_day, raw_finale),
           CASE WHEN coalesce(g.together, FALSE) THEN greatest(g.premiere_day, least(
                    own.start + 365 * (row_number() OVER (PARTITION BY g."show", g.entry ORDER BY g.season) - 1),
                    coalesce(next.start - 60, 1e6), epoch(g.seen_on) / 86400))
                ELSE g.premiere_day END AS premiere_day,
           g.raw_finale
    FROM grouped AS g
    LEFT JOIN starts AS own ON own."show" = g."show" AND own.entry = g.entry
    LEFT JOIN starts AS next ON next."show" = g."show" AND next.entry = g.entry + 1
),
spoken AS (
    SELECT "show", season, rated, spread, premiere_day,
           greatest(raw_finale, premiere_day) AS finale_day,
           -- Nobody knew of a season before it aired, however early its ids were given out.
           greatest(CASE WHEN rated THEN first_rated ELSE premiere_day END, exact) AS premiere_known,
           greatest(CASE WHEN rated THEN greatest(last_rated, finale_day) ELSE finale_day END, exact) AS finale_known
    FROM moved
),
both_ends AS (
    SELECT "show", season, 'premiere_date' AS predicate, premiere_day AS day, premiere_known AS known, spread, rated FROM spoken
    UNION ALL
    SELECT "show", season, 'finale_date', finale_day, finale_known, spread, rated FROM spoken
)
SELECT "show", season, predicate,
       strftime(to_timestamp(day * 86400), '%Y-%m-%d') AS value,
       CASE WHEN rated THEN 'first rating seen' ELSE 'id clock' END AS unit,
       to_timestamp((day - spread) * 86400)::DATE AS valid_from,
       to_timestamp((day + spread) * 86400)::DATE AS valid_to,
       to_timestamp(known * 86400)::DATE AS known_on,
       'about ' || strftime(to_timestamp(day * 86400), '%B %Y') AS wording,
       'event' AS modality, 'estimate' AS source, "show" AS source_show, '' AS publisher, '' AS url,
       '' AS speaker, '' AS role, '' AS outlet, '' AS commitment, '' AS platform, '' AS reason, '' AS origin,
       md5('estimate' || "show" || '/' || season || predicate) AS claim_id
FROM both_ends;
