-- What ships: facts and our own measures, of catalogued shows, and no third party's raw ratings.
CREATE OR REPLACE TEMP TABLE catalogued AS
SELECT DISTINCT "show" FROM claims WHERE source = 'estimate';

CREATE OR REPLACE TEMP TABLE starter_claims AS
WITH kept AS (
    SELECT * FROM claims SEMI JOIN catalogued USING ("show")
    WHERE source = 'curated' OR predicate IN (
        'title', 'alias', 'kind', 'status', 'start_year', 'network', 'country', 'language', 'genre', 'content_rating',
        'season_count', 'episode_count', 'premiere_date', 'finale_date', 'last_air_date', 'renewed', 'cancelled',
        'ending', 'ordered', 'rescued', 'in_limbo', 'spin_off_of', 'follows', 'based_on')
),
-- A second source's spelling of a title ships only where it differs.
spelled AS (
    SELECT *, row_number() OVER (
        PARTITION BY "show", CASE WHEN predicate IN ('title', 'alias') THEN lower(strip_accents(value)) ELSE claim_id END
        ORDER BY source = 'imdb' DESC, known_on, source, claim_id, value, known_on
    ) AS copy
    FROM kept
)
-- The words of the scorecards are their compiler's, those of an article its author's; what was decided, and when, is
-- a fact.
SELECT * EXCLUDE (copy) REPLACE (
    CASE WHEN source IN ('scorecards', 'news') THEN '' ELSE wording END AS wording,
    CASE WHEN source <> 'news' THEN span_start END AS span_start,
    CASE WHEN source <> 'news' THEN span_end END AS span_end,
    CASE WHEN source <> 'news' THEN span_text END AS span_text,
    CASE WHEN source = 'news' THEN '' ELSE reason END AS reason)
FROM spelled WHERE copy = 1;

CREATE OR REPLACE TEMP TABLE starter_observations AS
SELECT * FROM observations SEMI JOIN catalogued USING ("show")
WHERE metric IN ('rating_percentile', 'votes_percentile', 'tracked_since') OR scope = 'TV season'
   OR (metric = 'episodes_listed' AND season >= 1 AND source = 'imdb_history');
