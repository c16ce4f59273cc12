-- One row a question in the temp table "questions" (show, season, as_of), with its features.
CREATE OR REPLACE TEMP TABLE panel_rows AS
WITH
-- Season dates as known on the question's day: of the season asked about, the one before, the first, and the next.
dated_seasons AS (
    SELECT q."show", q.season AS asked, q.as_of, c.season AS s, c.predicate,
           arg_min(struct_pack(day := c.day, basis := c.basis), (c.rank, c.day, c.known_on, c.basis)) AS it
    FROM questions AS q
    JOIN season_claims AS c ON c."show" = q."show" AND c.season <= q.season + 1 AND c.known_on <= q.as_of
        AND (c.taken_back_on IS NULL OR c.taken_back_on > q.as_of)
    GROUP BY ALL
),
dates AS (
    SELECT "show", asked AS season, as_of,
           max(it.day) FILTER (s = asked AND predicate = 'premiere_date') AS premiere,
           max(it.basis) FILTER (s = asked AND predicate = 'premiere_date') AS basis,
           max(it.day) FILTER (s = asked AND predicate = 'finale_date') AS finale,
           max(it.day) FILTER (s = asked - 1 AND predicate = 'premiere_date') AS previous_premiere,
           min(it.day) FILTER (s <= asked AND predicate = 'premiere_date') AS first_premiere,
           max(it.day) FILTER (s = asked + 1 AND predicate = 'premiere_date' AND it.day <= as_of) AS next_premiere
    FROM dated_seasons
    GROUP BY ALL
),
-- The rhythm of the whole run so far, in months between premieres on a scale of logarithms.
gaps AS (
    SELECT "show", asked AS season, as_of, count(gap) AS gap_count, round(avg(gap), 6) AS gap_mean,
           round(stddev_pop(gap), 6) AS gap_spread, round(avg(gap) FILTER (s >= asked - 1), 6) AS gap_recent
    FROM (
        SELECT *, ln(least(greatest(it.day - lag(it.day) OVER (PARTITION BY "show", asked, as_of ORDER BY s), 60), 1800)
                     / 30.44) AS gap
        FROM dated_seasons WHERE predicate = 'premiere_date' AND s <= asked
    )
    GROUP BY ALL
),
said AS (
    SELECT q."show", q.season AS asked, q.as_of, c.season, c.predicate, c.value, c.unit, c.valid_from, c.valid_to,
           c.known_on, c.source, c.modality
    FROM questions AS q
    JOIN claims AS c ON c."show" = q."show" AND c.known_on <= q.as_of
        AND (c.taken_back_on IS NULL OR c.taken_back_on > q.as_of)
    WHERE c.episode IS NULL AND c.predicate IN (
        'kind', 'status', 'network', 'renewed', 'cancelled', 'ending', 'rescued', 'ordered', 'premiere_date')
),
described AS (
    SELECT "show", asked AS season, as_of,
           max_by(value, (known_on, source, value)) FILTER (predicate = 'kind') AS kind,
           max_by(value, (known_on, source, value)) FILTER (predicate = 'status') AS status,
           max(known_on) FILTER (predicate = 'status') AS status_on,
           -- Netflix's lists tell where a series streams; only where nobody else names its platform they tell whose it is.
           max_by(value, (source <> 'netflix', coalesce(season, 0) = asked, known_on, source, value))
               FILTER (predicate = 'network' AND coalesce(season, asked) <= asked) AS network
    FROM said
    GROUP BY ALL
),
-- Only an event changes a state; the latest one about this season or a later one holds. It happened on the day
-- that is given for it, else when it was said. What was said of the whole series counts only if it happened after
-- this season began: an earlier end was overtaken by it. Of what one article tells without days, a cancellation
-- came behind the renewal that it undid, and a rescue behind the cancellation.
fates AS (
    SELECT said."show", asked AS season, said.as_of,
           max_by(struct_pack(
               predicate := CASE WHEN predicate = 'ending' AND number > asked THEN 'renewed' ELSE predicate END,
               value, known_on := said.known_on, source), (happened, turn, predicate, value, source)) AS fate
    FROM (
        SELECT *, coalesce(TRY_CAST(value AS INTEGER), CASE predicate
            WHEN 'ending' THEN coalesce(season, asked) ELSE coalesce(season, asked) + 1 END) AS number,
            least(coalesce(valid_to, known_on), known_on) AS happened,
            CASE WHEN source <> 'news' THEN 0 WHEN predicate = 'rescued' THEN 2
                 WHEN predicate = 'cancelled' THEN 1 ELSE 0 END AS turn
        FROM said
    ) AS said
    LEFT JOIN dates AS s ON (s."show", s.season, s.as_of) = (said."show", said.asked, said.as_of)
    WHERE modality = 'event' AND (
        (predicate IN ('renewed', 'ordered') AND number > asked)
        OR (predicate = 'ending' AND number >= asked)
        OR (predicate IN ('cancelled', 'rescued') AND coalesce(said.season, asked) >= asked)
    ) AND (said.season IS NOT NULL OR said.happened >= s.premiere)
    GROUP BY ALL
),
-- An order no longer stands where a catalogue has since called the series over, or three years after it: of 100 seasons
-- that were ordered and came, 99 came by then.
standing AS (
    SELECT f."show", f.season, f.as_of, f.fate.predicate, f.fate.value, f.fate.known_on, f.fate.source
    FROM fates AS f
    LEFT JOIN described AS d ON (d."show", d.season, d.as_of) = (f."show", f.season, f.as_of)
    WHERE f.fate.predicate NOT IN ('renewed', 'ordered', 'rescued')
       OR NOT (coalesce(d.status IN ('ended', 'cancelled') AND d.status_on > f.fate.known_on, FALSE)
               OR f.as_of > f.fate.known_on + INTERVAL 3 YEAR)
),
dated AS (
    SELECT "show", asked AS season, as_of, arg_max(struct_pack(valid_from, valid_to, known_on), (known_on, valid_from, valid_to)) AS plan
    FROM said
    WHERE predicate = 'premiere_date' AND season = asked + 1 AND valid_to > as_of AND source <> 'estimate'
      -- "As early as the autumn" sets no date: the season may well come later.
      AND modality IN ('event', 'plan') AND coalesce(unit, '') NOT IN ('or later', 'about')
    GROUP BY ALL
),
-- Descriptions that only a later catalogue gives: used where nothing earlier is known, and said to be hindsight.
later AS (
    SELECT q."show", q.season, q.as_of,
           min_by(c.value, (c.source = 'netflix', c.known_on, c.value)) AS network
    FROM questions AS q
    JOIN claims AS c ON c."show" = q."show" AND c.known_on > q.as_of AND c.predicate = 'network'
    GROUP BY ALL
),
-- What only later snapshots tell of an old season, and only its decision reads: never for days from which on ratings
-- are known as they stood.
courses AS (
    SELECT q."show", q.season, q.as_of,
           max(o.value) FILTER (o.metric = 'season_votes') AS season_votes,
           max(o.value) FILTER (o.metric = 'season_votes_slate') AS season_votes_slate,
           max(o.value) FILTER (o.metric = 'season_votes_held') AS season_votes_held,
           max(o.value) FILTER (o.metric = 'season_votes_trend') AS season_votes_trend,
           max(o.value) FILTER (o.metric = 'season_votes_finale') AS season_votes_finale,
           max(o.value) FILTER (o.metric = 'season_votes_change') AS season_votes_change,
           max(o.value) FILTER (o.metric = 'season_votes_since_first') AS season_votes_since_first,
           max(o.value) FILTER (o.metric = 'season_votes_least') AS season_votes_least,
           max(o.value) FILTER (o.metric = 'season_votes_first') AS season_votes_first,
           max(o.value) FILTER (o.metric = 'season_rating') AS season_rating,
           max(o.value) FILTER (o.metric = 'season_rating_slate') AS season_rating_slate,
           max(o.value) FILTER (o.metric = 'season_rating_change') AS season_rating_change,
           max(o.value) FILTER (o.metric = 'season_rating_finale') AS season_rating_finale,
           max(o.value) FILTER (o.metric = 'season_platform_returned') AS season_platform_returned,
           max(o.value) FILTER (o.metric = 'season_class_returned') AS season_class_returned
    FROM questions AS q
    JOIN observations AS o ON o."show" = q."show" AND o.season = q.season AND o.scope = 'TV season'
        AND o.source = 'measure'
    WHERE q.as_of < DATE '2023-05-01'
    GROUP BY ALL
),
genres AS (
    SELECT q."show", q.season, q.as_of,
           string_agg(DISTINCT c.value, '|' ORDER BY c.value) FILTER (c.known_on <= q.as_of) AS known,
           string_agg(DISTINCT c.value, '|' ORDER BY c.value) AS later
    FROM questions AS q
    JOIN claims AS c ON c."show" = q."show" AND c.predicate = 'genre' AND c.season IS NULL
    WHERE q.as_of < DATE '2023-05-01'
    GROUP BY ALL
),
counted AS (
    SELECT q."show", q.season, q.as_of,
           max_by(o.value, (o.known_on, o.value)) FILTER (o.season = q.season AND o.metric = 'episodes_listed'
               AND o.known_on <= q.as_of) AS episodes_known,
           min_by(o.value, (o.known_on, o.value)) FILTER (o.season = q.season AND o.metric = 'episodes_listed'
               AND o.known_on > q.as_of) AS episodes_later,
           max_by(o.value, (o.known_on, o.value)) FILTER (o.season = q.season - 1 AND o.metric = 'episodes_listed'
               AND o.known_on <= q.as_of) AS before_known,
           min_by(o.value, (o.known_on, o.value)) FILTER (o.season = q.season - 1 AND o.metric = 'episodes_listed'
               AND o.known_on > q.as_of AND q.as_of < DATE '2023-05-01') AS before_later,
           coalesce(max_by(o.value, (o.known_on, o.value)) FILTER (o.season = q.season + 1 AND o.metric = 'episodes_listed'
               AND o.known_on <= q.as_of), 0) AS next_listed,
           coalesce(bool_or(o.metric = 'episodes_listed' AND o.known_on <= q.as_of), FALSE) AS listings_known,
           max_by(o.value, (o.known_on, o.value)) FILTER (o.season = q.season AND o.metric = 'rating_percentile'
               AND o.known_on <= q.as_of) AS rating_known,
           min_by(o.value, (o.known_on, o.value)) FILTER (o.season = q.season AND o.metric = 'rating_percentile'
               AND o.known_on > q.as_of) AS rating_later,
           bool_or(o.metric = 'tracked_since' AND o.known_on <= q.as_of) AS tracked
    FROM questions AS q
    JOIN observations AS o ON o."show" = q."show" AND o.episode IS NULL AND o.metric IN (
        'episodes_listed', 'rating_percentile', 'tracked_since')
    GROUP BY ALL
)
SELECT q."show", q.season, q.as_of, FALSE AS goes_on,
       s.premiere, s.basis, s.next_premiere,
       CASE WHEN s.premiere IS NOT NULL
            THEN least(greatest(s.premiere, coalesce(s.finale, s.premiere)), q.as_of) END AS last_aired,
       (s.premiere - s.previous_premiere)::DOUBLE AS gap_days,
       (s.premiere - least(s.first_premiere, s.premiere))::DOUBLE AS run_days,
       gaps.gap_count::DOUBLE AS gap_count, gaps.gap_mean, gaps.gap_spread, gaps.gap_recent,
       coalesce(c.episodes_known, c.episodes_later) AS episodes,
       c.episodes_known IS NULL AND c.episodes_later IS NOT NULL AS episodes_hindsight,
       coalesce(c.before_known, c.before_later) AS previous_episodes,
       c.before_known IS NULL AND c.before_later IS NOT NULL AS previous_episodes_hindsight,
       v.season_votes, v.season_votes IS NOT NULL AS season_votes_hindsight,
       v.season_votes_slate, v.season_votes_slate IS NOT NULL AS season_votes_slate_hindsight,
       v.season_votes_held, v.season_votes_held IS NOT NULL AS season_votes_held_hindsight,
       v.season_votes_trend, v.season_votes_trend IS NOT NULL AS season_votes_trend_hindsight,
       v.season_votes_finale, v.season_votes_finale IS NOT NULL AS season_votes_finale_hindsight,
       v.season_votes_change, v.season_votes_change IS NOT NULL AS season_votes_change_hindsight,
       v.season_votes_since_first, v.season_votes_since_first IS NOT NULL AS season_votes_since_first_hindsight,
       v.season_votes_least, v.season_votes_least IS NOT NULL AS season_votes_least_hindsight,
       v.season_votes_first, v.season_votes_first IS NOT NULL AS season_votes_first_hindsight,
       v.season_rating, v.season_rating IS NOT NULL AS season_rating_hindsight,
       v.season_rating_slate, v.season_rating_slate IS NOT NULL AS season_rating_slate_hindsight,
       v.season_rating_change, v.season_rating_change IS NOT NULL AS season_rating_change_hindsight,
       v.season_rating_finale, v.season_rating_finale IS NOT NULL AS season_rating_finale_hindsight,
       v.season_platform_returned, v.season_platform_returned IS NOT NULL AS season_platform_returned_hindsight,
       v.season_class_returned, v.season_class_returned IS NOT NULL AS season_class_returned_hindsight,
       coalesce(g.known, g.later, '') AS genres,
       g.known IS NULL AND g.later IS NOT NULL AS genres_hindsight,
       coalesce(c.next_listed, 0) AS next_listed,
       coalesce(c.listings_known, FALSE) AND q.as_of >= DATE '2026-01-01' AS listings_known,
       coalesce(c.rating_known, c.rating_later) AS rating,
       c.rating_known IS NULL AND c.rating_later IS NOT NULL AS rating_hindsight,
       coalesce(c.tracked, FALSE) AS tracked,
       coalesce(d.network, l.network, '') AS network,
       d.network IS NULL AND l.network IS NOT NULL AS network_hindsight,
       coalesce(p.class, 'unknown') AS platform_class,
       coalesce(d.kind, '') AS kind,
       CASE WHEN d.status_on >= s.premiere THEN d.status ELSE '' END AS status,
       coalesce(fate.predicate, '') AS fate, fate.value AS fate_value, fate.known_on AS fate_on, fate.source AS fate_source,
       CASE WHEN coalesce(fate.predicate IN ('cancelled', 'ending') AND fate.known_on >= dated.plan.known_on,
                 FALSE) OR dated.plan.valid_from IS NULL THEN NULL
            ELSE greatest(dated.plan.valid_from, q.as_of + 1) END AS planned_from,
       CASE WHEN planned_from IS NOT NULL THEN dated.plan.valid_to END AS planned_to
FROM questions AS q
LEFT JOIN dates AS s ON (s."show", s.season, s.as_of) = (q."show", q.season, q.as_of)
LEFT JOIN counted AS c ON (c."show", c.season, c.as_of) = (q."show", q.season, q.as_of)
LEFT JOIN gaps ON (gaps."show", gaps.season, gaps.as_of) = (q."show", q.season, q.as_of)
LEFT JOIN courses AS v ON (v."show", v.season, v.as_of) = (q."show", q.season, q.as_of)
LEFT JOIN genres AS g ON (g."show", g.season, g.as_of) = (q."show", q.season, q.as_of)
LEFT JOIN described AS d ON (d."show", d.season, d.as_of) = (q."show", q.season, q.as_of)
LEFT JOIN later AS l ON (l."show", l.season, l.as_of) = (q."show", q.season, q.as_of)
LEFT JOIN standing AS fate ON (fate."show", fate.season, fate.as_of) = (q."show", q.season, q.as_of)
LEFT JOIN dated ON (dated."show", dated.season, dated.as_of) = (q."show", q.season, q.as_of)
LEFT JOIN platforms AS p ON p.name = coalesce(d.network, l.network);
