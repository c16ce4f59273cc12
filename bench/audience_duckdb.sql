-- All measures of a log by hand, for DuckDB: what an expert would write who knows the definitions.
CREATE TABLE marked AS
WITH rows AS (
    SELECT e.viewer, u.unit, epoch(e.started_at)::BIGINT AS started, e.seconds, e.territory, u.released,
           epoch(e.received_at)::BIGINT AS received, e.title
    FROM read_parquet($log) AS e LEFT JOIN units AS u ON u.title = e.title AND u.episode = e.episode
), days AS (
    SELECT *, ((started + CASE territory
        WHEN 'US' THEN CASE WHEN started < 1741503600 THEN -18000 WHEN started < 1762063200 THEN -14400 ELSE -18000 END
        WHEN 'DE' THEN CASE WHEN started < 1743296400 THEN 3600 WHEN started < 1761440400 THEN 7200 ELSE 3600 END
        WHEN 'BR' THEN -10800 WHEN 'JP' THEN 32400 ELSE 0 END) // 86400)::INTEGER AS day
    FROM rows
)
SELECT viewer, unit, started, day, seconds, territory, CASE
    WHEN viewer IS NULL THEN 'no viewer'
    WHEN started IS NULL THEN 'no start, or not a time'
    WHEN seconds IS NULL OR seconds < 1 THEN 'no seconds watched'
    WHEN seconds > 86400 THEN 'longer than a session can be'
    WHEN unit IS NULL THEN 'not an episode in the list of titles'
    WHEN day < released - 1 THEN 'before its release'
    WHEN received - started > 604800 THEN 'received too late' END AS reason
FROM days;
CREATE TABLE aside AS SELECT reason, count(*) AS "rows" FROM marked GROUP BY ALL;
CREATE TABLE everything AS
SELECT viewer, unit, day, territory, sum(seconds)::BIGINT AS seconds, count(*) AS sessions
FROM (SELECT viewer, unit, started, min(day) AS day, min(territory) AS territory, max(seconds) AS seconds
      FROM marked WHERE reason IS NULL GROUP BY viewer, unit, started)
GROUP BY viewer, unit, day, territory;
CREATE TABLE machines AS
SELECT viewer FROM everything GROUP BY viewer HAVING sum(seconds) > (max(day) - min(day) + 1) * 4 * 86400;
CREATE TABLE courses AS
WITH daily AS (SELECT * FROM everything ANTI JOIN machines USING (viewer)),
summed AS (
    SELECT *, sum(seconds) OVER (PARTITION BY viewer, unit ORDER BY day ROWS UNBOUNDED PRECEDING)::BIGINT AS so_far
    FROM daily
), gains AS (
    SELECT viewer, number, unit, day, territory, seconds, so_far, whole, opened, bit, runtime,
           least(so_far, runtime) - least(so_far - seconds, runtime) AS gain,
           so_far >= 120 AND so_far - seconds < 120 AS starts
    FROM summed JOIN units USING (unit)
), seen AS (
    SELECT *, sum(gain) OVER (
        PARTITION BY viewer, number ORDER BY day ROWS UNBOUNDED PRECEDING)::BIGINT AS seen
    FROM gains
)
SELECT viewer, number, min(opened) AS opened, sum(seconds)::BIGINT AS seconds, min(day) FILTER (starts) AS began,
       bool_or(10 * so_far >= 7 * runtime) AS watched, coalesce(sum(bit) FILTER (starts), 0)::BIGINT AS begun,
       min(day) FILTER (10 * seen >= 7 * whole) AS done_70, min(day) FILTER (10 * seen >= 9 * whole) AS done_90
FROM seen GROUP BY viewer, number;
CREATE TABLE weekly AS
WITH people AS (
    SELECT territory, number, viewer, (day + 3) // 7 AS week, sum(seconds) AS seconds
    FROM everything ANTI JOIN machines USING (viewer) JOIN units USING (unit) GROUP BY ALL
)
SELECT territory, week, number, sum(seconds)::BIGINT AS seconds, count(*) AS viewers FROM people GROUP BY ALL
UNION ALL
SELECT 'all', week, number, sum(seconds)::BIGINT, count(DISTINCT viewer) FROM people GROUP BY ALL;
CREATE TABLE episodes AS
SELECT number, episode, sum(seconds)::BIGINT AS seconds,
       sum(seconds) FILTER (day < opened + 7) AS seconds_7, sum(seconds) FILTER (day < opened + 28) AS seconds_28,
       sum(seconds) FILTER (day < opened + 91) AS seconds_91,
       sum(seconds) FILTER (day < released + 7) AS own_7, sum(seconds) FILTER (day < released + 28) AS own_28
FROM everything ANTI JOIN machines USING (viewer) JOIN units USING (unit) GROUP BY ALL;
CREATE TABLE reach AS
SELECT number, count(*) AS viewers, count(began) AS starters, count_if(watched) AS watchers, count(done_70) AS done_70,
       count(done_90) AS completers, count_if(began < opened + 7), count_if(began < opened + 28),
       count_if(began < opened + 91), count_if(done_90 < opened + 7), count_if(done_90 < opened + 28),
       count_if(done_90 < opened + 91), approx_count_distinct(viewer) AS viewers_about
FROM courses GROUP BY ALL;
CREATE TABLE retention AS
WITH alike AS (SELECT number, begun, count(*) AS people FROM courses WHERE began IS NOT NULL GROUP BY ALL)
SELECT number, u.episode, sum(people) FILTER (begun & u.bit <> 0) AS starters,
       sum(people) FILTER (begun & u.bit <> 0 AND begun & (2 * u.bit) <> 0) AS went_on
FROM alike JOIN units AS u USING (number) GROUP BY ALL;
CREATE TABLE days AS
SELECT number, done_90 - began AS days, count(*) AS people FROM courses
WHERE done_90 IS NOT NULL AND began IS NOT NULL GROUP BY ALL;
CREATE TABLE devoted AS
SELECT number, count_if(2 * seconds >= all_seconds) AS devoted
FROM courses JOIN (SELECT viewer, sum(seconds) AS all_seconds FROM courses GROUP BY viewer) USING (viewer)
WHERE began IS NOT NULL GROUP BY ALL;
CREATE TABLE charts AS
WITH available AS (
    SELECT week, number, sum(runtime) AS runtime FROM (SELECT DISTINCT week, number FROM weekly) JOIN units USING (number)
    WHERE (released + 3) // 7 <= week OR place = 0 GROUP BY ALL
), ranked AS (
    SELECT w.*, seconds / runtime AS views, seconds / sum(seconds) OVER (PARTITION BY territory, week) AS share
    FROM weekly AS w JOIN available USING (week, number)
), placed AS (
    SELECT *, row_number() OVER (PARTITION BY territory, week ORDER BY views DESC, number) AS rank FROM ranked
    QUALIFY rank <= 10
), turns AS (
    SELECT *, row_number() OVER item AS weeks, lag(week) OVER item AS before, lag(rank) OVER item AS rank_before,
           sum((rank = 1)::INTEGER) OVER item AS weeks_at_1
    FROM placed WINDOW item AS (PARTITION BY territory, number ORDER BY week)
)
SELECT *, row_number() OVER (PARTITION BY territory, number, week - weeks ORDER BY week) AS consecutive FROM turns;
