-- A crew's stretches of one status at one task. [REV17]
CREATE TABLE review_crew_segments AS
SELECT crew, min(fromMs) AS fromMs, max(toMs) AS untilMs, status, task
FROM (
  SELECT *, sum(breaks) OVER (PARTITION BY crew ORDER BY fromMs) AS stretch FROM (
    SELECT *, coalesce(status IS NOT lag(status) OVER w OR task IS NOT lag(task) OVER w, 1) AS breaks FROM (
      SELECT status.thing AS crew, max(status.fromMs, task.fromMs) AS fromMs, min(status.toMs, task.toMs) AS toMs, status.value AS status, task.value AS task
      FROM during AS status JOIN during AS task ON task.kind = 'crew' AND task.name = 'task' AND task.thing = status.thing
        AND task.fromSeq < status.toSeq AND status.fromSeq < task.toSeq
      WHERE status.kind = 'crew' AND status.name = 'status')
    WHERE toMs > fromMs
    WINDOW w AS (PARTITION BY crew ORDER BY fromMs)))
GROUP BY crew, stretch ORDER BY crew, fromMs;

-- [REV17] [REV18] Fatigue is a line between its events: highest at one of its ends.
CREATE TABLE review_crews AS
SELECT
  plan_crew.id AS crew, plan_crew.name,
  coalesce(sum(untilMs - fromMs) FILTER (WHERE status = 'ready'), 0) AS readyMs,
  coalesce(sum(untilMs - fromMs) FILTER (WHERE status = 'enRoute'), 0) AS enRouteMs,
  coalesce(sum(untilMs - fromMs) FILTER (WHERE status = 'onScene'), 0) AS onSceneMs,
  coalesce(sum(untilMs - fromMs) FILTER (WHERE status = 'working'), 0) AS workingMs,
  coalesce(sum(untilMs - fromMs) FILTER (WHERE status = 'returning'), 0) AS returningMs,
  coalesce(100.0 * sum(untilMs - fromMs) FILTER (WHERE status <> 'ready') / sum(untilMs - fromMs), 0) AS usePercent,
  (SELECT count(*) FROM e, span WHERE type = 'CrewDispatched' AND e.crew = plan_crew.id AND seq >= openSeq) AS dispatches,
  (SELECT count(*) FROM e, span WHERE type = 'CrewRecalled' AND e.crew = plan_crew.id AND seq >= openSeq) AS recalls,
  (SELECT count(*) FROM e, span WHERE type = 'CrewHalted' AND e.crew = plan_crew.id AND seq >= openSeq) AS halts,
  (SELECT max(0, max(value + rate * (max(since, fromMs) - since) / 60000.0), max(value + rate * (toMs - since) / 60000.0))
    FROM during WHERE kind = 'crew' AND during.name = 'fatigue' AND thing = plan_crew.id) AS mostFatigueMinutes,
  (SELECT coalesce(sum(toMs - fromMs), 0) FROM during WHERE kind = 'crew' AND during.name = 'tired' AND thing = plan_crew.id AND value = 'amber') AS amberMs,
  (SELECT coalesce(sum(toMs - fromMs), 0) FROM during WHERE kind = 'crew' AND during.name = 'tired' AND thing = plan_crew.id AND value = 'red') AS redMs,
  (SELECT value FROM during WHERE kind = 'crew' AND during.name = 'hurt' AND thing = plan_crew.id ORDER BY fromSeq DESC LIMIT 1) AS hurt
FROM plan_crew LEFT JOIN review_crew_segments AS segment ON segment.crew = plan_crew.id
GROUP BY plan_crew.id ORDER BY plan_crew.place;
