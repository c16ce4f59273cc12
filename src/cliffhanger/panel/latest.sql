-- The latest season of each catalogued show that had premiered by $as_of.
SELECT "show", max(season) AS season, $as_of::DATE AS as_of
FROM seasons
SEMI JOIN (SELECT "show" FROM claims WHERE source = 'estimate') USING ("show")
WHERE premiere <= $as_of AND known_on <= $as_of
GROUP BY "show"
ORDER BY "show";
