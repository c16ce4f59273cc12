-- The latest season of each catalogued show (or of $shows) that had premiered by $as_of, as known on that day.
SELECT "show", max(season) AS season, $as_of::DATE AS as_of
FROM seasons_at($as_of::DATE)
SEMI JOIN (SELECT "show" FROM claims WHERE source = 'estimate') USING ("show")
WHERE premiere <= $as_of AND ($shows IS NULL OR list_contains($shows::VARCHAR[], "show"))
GROUP BY "show"
ORDER BY "show";
