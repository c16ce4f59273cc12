-- Premiere and finale estimates for every season that has a rated episode.
INSERT INTO claims BY NAME
WITH aired AS (
    SELECT "show", season, min(known_on) AS seen_on, max(value) AS episodes
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
streamed AS (
    SELECT "show", bool_or(value = 'Netflix') AS at_once FROM claims WHERE predicate = 'network' GROUP BY "show"
),
-- Days from a season's first episode to its last: Netflix releases a season at once, others an episode a week, with
-- pauses where there are many.
lengths AS (
    SELECT a."show", a.season,
           CASE WHEN coalesce(s.at_once, FALSE) AND a.episodes <= 13 THEN 0
                ELSE 7 * (least(a.episodes, 26) - 1) * CASE WHEN a.episodes > 13 THEN 1.4 ELSE 1 END END AS days
    FROM aired AS a LEFT JOIN streamed AS s ON s."show" = a."show"
),
-- A source that gives the mean day of a season's episodes: it lies half a season behind the premiere.
averaged AS (
    SELECT m."show", m.season, m.day - l.days / 2 AS premiere, m.day + l.days / 2 AS finale
    FROM (
        SELECT "show", season, median(epoch(valid_from) / 86400) AS day FROM claims
        WHERE predicate = 'mean_air_date' AND taken_back_on IS NULL GROUP BY ALL
    ) AS m
    JOIN lengths AS l USING ("show", season)
),
binned AS (
    SELECT number, day, ntile(greatest(1, least(160, total // 12))) OVER (ORDER BY number) AS bin
    FROM (
        SELECT number, day, count(*) OVER () AS total
        FROM numbers
        JOIN (
            FROM exact
            UNION ALL SELECT "show", season, premiere AS day FROM averaged ANTI JOIN exact USING ("show", season)
        ) USING ("show", season)
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
    SELECT c."show", epoch(max(c.valid_from)) / 86400 AS day, epoch(max(coalesce(k.known_on, c.known_on))) / 86400 AS told
    FROM claims AS c
    LEFT JOIN (SELECT source_show, max(known_on) AS known_on FROM claims WHERE predicate = 'title' GROUP BY source_show) AS k USING (source_show)
    WHERE c.predicate = 'last_air_date' AND c.modality = 'event' AND (c.source = 'tvmaze' OR EXISTS (
        FROM claims AS s WHERE s."show" = c."show" AND s.source = c.source AND s.source_show = c.source_show
            AND s.predicate = 'status' AND s.value IN ('ended', 'cancelled')))
    GROUP BY c."show"
),
-- A season that stands on a scorecard began within the card's TV season, or in the summer before it.
carded AS (
    SELECT "show", season, epoch(make_date(tv_season, 6, 1)) / 86400 AS first, epoch(make_date(tv_season + 1, 8, 31)) / 86400 AS last
    FROM (
        SELECT "show", season, min(year(known_on - INTERVAL 8 MONTH)) AS tv_season FROM claims
        WHERE source = 'scorecards' AND predicate IN ('renewed', 'cancelled', 'ending') AND season IS NOT NULL
        GROUP BY ALL
    )
),
estimated AS (
    SELECT a."show", a.season, a.seen_on, x.day AS exact, m.premiere IS NOT NULL AS averaged,
           r.first_rated IS NOT NULL AND (abs(r.first_rated - c.premiere) < 400 OR (r.episodes >= 3
               AND r.first_rated > c.premiere AND a.season = max(a.season) OVER (PARTITION BY a."show"))) AS rated,
           CASE WHEN c.number < 1000000 THEN b.day + 365 * (a.season - 1) END AS counted,
           least(over.day, epoch(a.seen_on) / 86400) AS latest,
           CASE WHEN rated THEN r.first_rated - 2
                WHEN averaged THEN m.premiere
                ELSE least(greatest(least(coalesce(counted, c.premiere), k.last), k.first), latest) END AS raw_premiere,
           CASE WHEN rated THEN greatest(r.last_rated - 2, r.first_rated - 2)
                WHEN averaged THEN m.finale
                ELSE least(coalesce(counted, c.finale), latest) END AS raw_finale,
           CASE WHEN rated THEN 5 WHEN averaged THEN 32 ELSE greatest(coalesce(c.spread, 365), 14) END AS spread,
           r.first_rated, r.last_rated, y.year, l.days AS length, k.first AS card_first, k.last AS card_last,
           coalesce(x.day, CASE WHEN rated THEN r.first_rated - 2 END, m.premiere) AS sure_day
    FROM aired AS a
    LEFT JOIN by_clock AS c USING ("show", season)
    LEFT JOIN by_rating AS r USING ("show", season)
    LEFT JOIN start_years AS y ON a."show" = y."show"
    LEFT JOIN begun AS b ON b."show" = a."show"
    LEFT JOIN over ON over."show" = a."show"
    LEFT JOIN averaged AS m ON (m."show", m.season) = (a."show", a.season)
    LEFT JOIN lengths AS l ON (l."show", l.season) = (a."show", a.season)
    LEFT JOIN carded AS k ON (k."show", k.season) = (a."show", a.season)
    LEFT JOIN exact AS x ON x."show" = a."show" AND x.season = a.season
),
-- Most seasons begin a year apart: one right behind a season whose day is known is put a year from it, if its ids do not
-- speak against that: they are given out up to a year ahead of the premiere, and hardly ever behind it. The season
-- after it is never looked at: an estimate that knew of it would tell that it came.
behind AS (
    SELECT "show", season, last_value(sure_day IGNORE NULLS) OVER before AS day,
           season - last_value(CASE WHEN sure_day IS NOT NULL THEN season END IGNORE NULLS) OVER before AS steps
    FROM estimated
    WINDOW before AS (PARTITION BY "show" ORDER BY season ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
stepped AS (
    SELECT e.* EXCLUDE (raw_premiere, raw_finale),
           CASE WHEN e.sure_day IS NULL AND b.steps <= 2
                THEN greatest(least(b.day + 365 * b.steps, e.raw_premiere + 400), e.raw_premiere - 60) END AS step_day,
           least(greatest(step_day, e.card_first), e.card_last, e.latest) AS in_step,
           CASE WHEN step_day IS NULL THEN e.raw_premiere ELSE in_step END AS raw_premiere,
           CASE WHEN step_day IS NULL THEN e.raw_finale ELSE least(in_step + e.length, e.latest) END AS raw_finale
    FROM estimated AS e JOIN behind AS b USING ("show", season)
    WHERE e.raw_premiere IS NOT NULL
),
-- A first season begins in its series' first year, where that is known.
placed AS (
    SELECT *,
           CASE WHEN season = 1 AND year IS NOT NULL AND NOT rated
                THEN greatest(least(raw_premiere, epoch(make_date(year, 12, 31)) / 86400),
                              epoch(make_date(year, 1, 1)) / 86400)
                ELSE raw_premiere END AS premiere_day
    FROM stepped
),
-- Seasons that were ordered together were entered together, long before the later ones aired. Where a series was
-- entered in its first year, a season within five months of the one before is put a year behind it, and no later than
-- two months before the next one that was entered on its own.
spaced AS (
    SELECT *,
           coalesce(exact, premiere_day) AS known_day,
           NOT rated AND NOT averaged AND step_day IS NULL AND exact IS NULL AND year IS NOT NULL
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
    SELECT "show", season, CASE WHEN rated THEN 'first rating seen' WHEN averaged THEN 'mean air date' ELSE 'id clock' END AS basis,
           spread, premiere_day,
           greatest(raw_finale, premiere_day, exact) AS finale_day,
           -- Nobody knew of a season before it aired, however early its ids were given out.
           greatest(CASE WHEN rated THEN first_rated ELSE premiere_day END, exact) AS premiere_known,
           greatest(CASE WHEN rated THEN greatest(last_rated, finale_day) ELSE finale_day END, exact) AS finale_known
    FROM moved
),
-- Once a catalogue has called a series over, its last day dates its last season, whose ids may be years older: they
-- were given out when the season was ordered. Where the day lies before the ids or years behind them, it is another
-- season's. Before that day nobody knew that it was the last, and the clock stands: who dated it better from the start
-- would tell that nothing came after it.
ended AS (
    SELECT s."show", s.season, over.day AS finale, greatest(over.day - l.days, s.premiere_day) AS premiere,
           greatest(over.told, over.day) AS told
    FROM (SELECT *, max(season) OVER (PARTITION BY "show") AS last FROM spoken) AS s
    JOIN over USING ("show")
    JOIN by_clock AS c ON (c."show", c.season) = (s."show", s.season)
    JOIN lengths AS l ON (l."show", l.season) = (s."show", s.season)
    WHERE s.season = s.last AND s.season > 1 AND s.basis = 'id clock' AND over.day BETWEEN s.premiere_day AND c.premiere + 1500
),
both_ends AS (
    SELECT "show", season, 'premiere_date' AS predicate, premiere AS day, told AS known, 45 AS spread, 'last air date' AS basis FROM ended
    UNION ALL
    SELECT "show", season, 'finale_date', finale, told, 14, 'last air date' FROM ended
    UNION ALL
    SELECT "show", season, 'premiere_date', premiere_day, premiere_known, spread, basis FROM spoken
    UNION ALL
    SELECT "show", season, 'finale_date', finale_day, finale_known, spread, basis FROM spoken
)
SELECT "show", season, predicate,
       strftime(to_timestamp(day * 86400), '%Y-%m-%d') AS value,
       basis AS unit,
       to_timestamp((day - spread) * 86400)::DATE AS valid_from,
       to_timestamp((day + spread) * 86400)::DATE AS valid_to,
       to_timestamp(known * 86400)::DATE AS known_on,
       'about ' || strftime(to_timestamp(day * 86400), '%B %Y') AS wording,
       'event' AS modality, 'estimate' AS source, "show" AS source_show, '' AS publisher, '' AS url,
       '' AS speaker, '' AS role, '' AS outlet, '' AS commitment, '' AS platform, '' AS reason, '' AS origin,
       md5('estimate' || "show" || '/' || season || predicate || CASE WHEN basis = 'last air date' THEN basis ELSE '' END) AS claim_id
FROM both_ends;
