-- [REV3]
CREATE TABLE review_counts AS
SELECT
  (SELECT count(*) FROM e WHERE type = 'HitInflicted' AND seq >= openSeq) AS hits,
  (SELECT count(DISTINCT json ->> 'command') FROM e WHERE json ->> '$.by.role' <> 'ship' AND seq >= openSeq) AS orders,
  (SELECT count(*) FROM course) AS hazards,
  (SELECT count(*) FROM e WHERE type = 'DamageReported' AND seq >= openSeq) AS reports,
  (SELECT min(max(0, 100 * (1 - (
      SELECT coalesce(sum(area.value * (1 - min(100, plated.value + plated.rate * (look.at - plated.since) / 1000.0) / 100.0)), 0)
      FROM course
      JOIN during AS area ON area.kind = 'breach' AND area.name = 'areaM2' AND area.thing = target AND look.seq >= area.fromSeq AND look.seq < area.toSeq
      JOIN during AS plated ON plated.kind = 'breach' AND plated.name = 'plated' AND plated.thing = target AND look.seq >= plated.fromSeq AND look.seq < plated.toSeq
      WHERE course.kind = 'breach' AND look.seq >= beganSeq AND look.seq < untilSeq) / criticalBreachM2)))
    FROM (SELECT seq, at FROM e, span WHERE seq >= openSeq UNION ALL SELECT lastSeq, untilMs FROM span) AS look) AS leastHullPercent,
  (SELECT max((SELECT count(*) FROM course WHERE e.seq >= beganSeq AND e.seq < untilSeq)) FROM e WHERE seq >= openSeq) AS mostHazards
FROM span, plan_ship;

-- From one instant to the next; `open` while the second is awaited. [REV10]
CREATE TABLE alarm_case AS
SELECT alarm, first.at AS firstAt, (SELECT at FROM e WHERE seq = doneSeq) AS doneAt,
  doneSeq IS NULL AND (SELECT value FROM during WHERE kind = 'alarm' AND name = 'state' AND thing = alarm AND toSeq > lastSeq) IN ('unacknowledged', 'returned') AS waits
FROM (
  SELECT alarm, seq, at, (SELECT min(seq) FROM e WHERE type = 'AlarmAcknowledged' AND e.alarm = r.alarm AND e.seq > r.seq) AS doneSeq,
    lead(seq) OVER (PARTITION BY alarm ORDER BY seq) AS nextSeq
  FROM (
    SELECT *, lag(type) OVER (PARTITION BY alarm ORDER BY seq) AS previous,
      lag(seq) OVER (PARTITION BY alarm ORDER BY seq) AS previousSeq
    FROM e WHERE type IN ('AlarmRaised', 'AlarmAcknowledged', 'AlarmReturned')) AS r
  WHERE type = 'AlarmRaised' AND (previous IS NOT 'AlarmRaised'
    OR EXISTS (SELECT 1 FROM e WHERE type = 'ShipRestored' AND e.seq > previousSeq AND e.seq < r.seq))) AS first, span
WHERE (nextSeq IS NULL OR doneSeq < nextSeq) AND coalesce(doneSeq, lastSeq) >= openSeq
  AND NOT EXISTS (SELECT 1 FROM e WHERE type = 'ShipRestored' AND e.seq > first.seq AND e.seq < coalesce(doneSeq, lastSeq + 1));

CREATE TABLE stands AS
SELECT *, EXISTS (SELECT 1 FROM course, span WHERE course.task = review_hazards.task AND course.beganAt = review_hazards.beganAt AND untilSeq > lastSeq) AS here
FROM review_hazards;
CREATE TABLE alive AS
SELECT *, EXISTS (SELECT 1 FROM during, span WHERE kind = 'casualty' AND during.name = 'status' AND thing = casualty AND toSeq > lastSeq
  AND value NOT IN ('dead', 'discharged')) AS here
FROM review_casualties;
CREATE TABLE response AS
SELECT 'report' AS measure, beganAt AS firstAt, reportedAt AS secondAt, restoredAt IS NULL AND here AS waits FROM stands
UNION ALL SELECT 'dispatch', reportedAt, max(dispatchedAt, reportedAt), restoredAt IS NULL AND here FROM stands
UNION ALL SELECT 'turnout', dispatchedAt, departedAt, restoredAt IS NULL AND here FROM stands
UNION ALL SELECT 'travel', departedAt, max(arrivedAt, departedAt), restoredAt IS NULL AND here FROM stands
UNION ALL SELECT 'contain', beganAt, containedAt, restoredAt IS NULL AND here FROM stands
UNION ALL SELECT 'restore', beganAt, restoredAt, restoredAt IS NULL AND here FROM stands
UNION ALL SELECT 'acknowledge', max(firstAt, fromMs), doneAt, waits FROM alarm_case, span
UNION ALL SELECT 'triage', reportedAt, triagedAt, here FROM alive
UNION ALL SELECT 'bed', reportedAt, beddedAt, here FROM alive;

-- Percentiles by nearest rank: the value at place ⌈p·n⌉. [REV10]
CREATE TABLE done AS
SELECT measure, secondAt - firstAt AS ms, row_number() OVER (PARTITION BY measure ORDER BY secondAt - firstAt) AS place, count(*) OVER (PARTITION BY measure) AS of
FROM response WHERE firstAt IS NOT NULL AND secondAt IS NOT NULL;
CREATE TABLE late AS SELECT measure, untilMs - firstAt AS ms FROM response, span WHERE firstAt IS NOT NULL AND secondAt IS NULL AND waits;
-- What was said last of standards holds; what that does not name is as the product has it. [RVW2]
CREATE TABLE standard AS
SELECT profile.measure, iif(said.key IS NULL, profile.withinS, said.value ->> 'withinS') AS withinS,
  iif(said.key IS NULL, profile.sharePercent, said.value ->> 'sharePercent') AS sharePercent
FROM profile
LEFT JOIN (
  SELECT one.key, one.value FROM event, json_each(event.json, '$.standards') AS one
  WHERE event.seq = (SELECT max(seq) FROM event WHERE type = 'StandardsSet')) AS said ON said.value ->> 'measure' = profile.measure;
CREATE TABLE review_responses AS
SELECT measure, count, open, medianMs, p90Ms, longestMs, withinPercent, withinPercent >= sharePercent AS met FROM (
SELECT
  measure, sharePercent,
  (SELECT count(*) FROM done WHERE done.measure = standard.measure) AS count,
  (SELECT count(*) FROM late WHERE late.measure = standard.measure) AS open,
  (SELECT ms FROM done WHERE done.measure = standard.measure AND place = ceil(0.5 * of)) AS medianMs,
  (SELECT ms FROM done WHERE done.measure = standard.measure AND place = ceil(0.9 * of)) AS p90Ms,
  (SELECT max(ms) FROM done WHERE done.measure = standard.measure) AS longestMs,
  iif(withinS IS NULL, NULL, 100.0 * (SELECT count(*) FROM done WHERE done.measure = standard.measure AND ms <= withinS * 1000) / nullif(
    (SELECT count(*) FROM done WHERE done.measure = standard.measure)
    + (SELECT count(*) FROM late WHERE late.measure = standard.measure AND ms > withinS * 1000), 0)) AS withinPercent
FROM standard);

-- What grows harm, and by how much a ms. [REV22]
CREATE TABLE growth AS
SELECT 'untreatedPart' AS part, fromMs, toMs, 1 / 60000.0 AS perMs FROM untreated JOIN review_casualties USING (casualty)
UNION ALL
SELECT 'thinAirPart', fromMs, toMs, n / 60000.0 FROM exposed WHERE what = 'thinAir'
UNION ALL
SELECT 'capabilityPart', fromMs, untilMs, weight / 60000.0 FROM review_bands JOIN plan_capability ON plan_capability.id = capability
WHERE rank = lastRank AND lastRank > 0;
CREATE TABLE death AS SELECT endedAt AS at FROM review_casualties WHERE outcome = 'dead';
CREATE TABLE review_harm AS
SELECT *, deathsPart + untreatedPart + thinAirPart + capabilityPart AS total FROM (
  SELECT (SELECT count(*) FROM death) AS deaths, 100 * (SELECT count(*) FROM death) AS deathsPart,
    coalesce(sum(perMs * (toMs - fromMs)) FILTER (WHERE part = 'untreatedPart'), 0) AS untreatedPart,
    coalesce(sum(perMs * (toMs - fromMs)) FILTER (WHERE part = 'thinAirPart'), 0) AS thinAirPart,
    coalesce(sum(perMs * (toMs - fromMs)) FILTER (WHERE part = 'capabilityPart'), 0) AS capabilityPart
  FROM growth);

-- At 241 instants, after all events of each. [REV23]
CREATE TABLE instant AS
WITH RECURSIVE place (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM place WHERE i < 240)
SELECT i, cast(round(fromMs + (untilMs - fromMs) * i / 240.0) AS INTEGER) AS at FROM place, span;
CREATE TABLE looked AS SELECT i, instant.at, max(seq) AS seq FROM instant JOIN e ON e.at <= instant.at GROUP BY i;
CREATE TABLE lying AS
SELECT value, fromSeq, toSeq FROM during JOIN patient ON patient.casualty = thing WHERE kind = 'casualty' AND name = 'status';
CREATE TABLE review_series AS
SELECT i, at,
  100 * (SELECT count(*) FROM death WHERE death.at <= looked.at)
    + (SELECT coalesce(sum(perMs * (min(toMs, looked.at) - fromMs)), 0) FROM growth WHERE fromMs < looked.at) AS harm,
  (SELECT count(*) FROM course WHERE kind = 'breach' AND seq >= beganSeq AND seq < untilSeq) AS breach,
  (SELECT count(*) FROM course WHERE kind = 'fire' AND seq >= beganSeq AND seq < untilSeq) AS fire,
  (SELECT count(*) FROM course WHERE kind = 'leak' AND seq >= beganSeq AND seq < untilSeq) AS leak,
  (SELECT count(*) FROM course WHERE kind = 'passage' AND seq >= beganSeq AND seq < untilSeq) AS passage,
  (SELECT count(*) FROM course WHERE kind = 'system' AND seq >= beganSeq AND seq < untilSeq) AS system,
  (SELECT count(*) FROM lying WHERE value = 'waiting' AND seq >= fromSeq AND seq < toSeq) AS waiting,
  (SELECT count(*) FROM lying WHERE value = 'moving' AND seq >= fromSeq AND seq < toSeq) AS moving,
  (SELECT count(*) FROM lying WHERE value = 'inBed' AND seq >= fromSeq AND seq < toSeq) AS inBed,
  (SELECT count(*) FROM death WHERE death.at <= looked.at) AS dead
FROM looked;

-- Which fact each order makes true; a way out that is barred is an evacuation ordered, too. [REV26]
CREATE TABLE makes (expected, fact);
INSERT INTO makes VALUES
  ('DispatchCrew', 'CrewDispatched'), ('RecallCrew', 'CrewRecalled'), ('RaiseForceField', 'ForceFieldRaised'),
  ('LowerForceField', 'ForceFieldLowered'), ('SealPassage', 'PassageSealed'), ('OpenPassage', 'PassageOpened'),
  ('ShutDownSystem', 'SystemShutDown'), ('StartSystem', 'SystemStarted'), ('EvacuateCompartment', 'EvacuationOrdered'),
  ('EvacuateCompartment', 'PeopleTrapped'), ('VentCompartment', 'VentOpened'), ('SuppressFire', 'FireSuppressionStarted'),
  ('TriageCasualty', 'CasualtyTriaged'), ('TransportCasualty', 'CasualtyMoved'), ('AcknowledgeAlarm', 'AlarmAcknowledged');
CREATE TABLE review_expected AS
SELECT place, expected AS "order", "on", dueAt, doneAt,
  CASE WHEN doneAt IS NOT NULL THEN doneAt <= dueAt WHEN untilMs <= dueAt THEN NULL ELSE 0 END AS met
FROM (
  SELECT one.value ->> 'order' AS expected, one.value ->> 'on' AS "on", started.at + (one.value ->> 'withinMs') AS dueAt, one.key AS place,
    (SELECT min(e.at) FROM e JOIN makes ON fact = e.type WHERE makes.expected = one.value ->> 'order' AND json ->> '$.by.role' <> 'ship'
      AND e.seq >= openSeq
      AND (one.value ->> 'on' IS NULL OR EXISTS (SELECT 1 FROM json_each(e.json) AS member WHERE member.value = one.value ->> 'on'))) AS doneAt
  FROM e AS started, json_each(started.json, '$.script.expected') AS one, span
  WHERE started.type = 'ScenarioStarted' AND started.seq < openSeq
    AND NOT EXISTS (SELECT 1 FROM e WHERE type = 'ScenarioEnded' AND e.seq < openSeq)), span
ORDER BY place;

CREATE TABLE review_incident AS
SELECT fromMs, untilMs, (SELECT count(*) FROM e WHERE seq >= openSeq) AS events FROM span;
