-- Put an asker's platform on one row of the panel. Whoever names it asks about a series that means to go on.
UPDATE panel_rows
SET network = $1, network_hindsight = FALSE, goes_on = TRUE,
    platform_class = coalesce((SELECT class FROM platforms WHERE name = $2), 'unknown'),
    kind = CASE WHEN kind = '' THEN 'scripted' ELSE kind END
WHERE "show" = $3 AND season = $4 AND as_of = $5;
