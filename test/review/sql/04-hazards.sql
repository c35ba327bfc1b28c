-- Hazards from beginning to end: what stood not, stands, and stands no more. [REV4]
CREATE TABLE course AS
SELECT
  kind, target, kind || ':' || target AS task, compartment, entry, hidden, beganSeq,
  beganSeq < openSeq AS standing,
  max(began, fromMs) AS beganAt,
  max(beganSeq, openSeq) AS sinceSeq,
  CASE WHEN beganSeq < openSeq THEN openSeq WHEN EXISTS (SELECT 1 FROM e WHERE seq = beganSeq AND type = 'PlaceRevealed') THEN beganSeq END AS lookSeq,
  coalesce(endSeq, lastSeq + 1) AS untilSeq,
  (SELECT at FROM e WHERE seq = endSeq) AS endedAt,
  (SELECT at FROM e WHERE seq = endSeq AND type NOT IN ('ScenarioStarted', 'ShipRestored', 'CoreEjected', 'CoreLost')) AS restoredAt
FROM (
  SELECT
    kind, thing AS target, seq AS beganSeq, at AS began, more IS NOT NULL AS hidden,
    CASE kind WHEN 'breach' THEN 'breaches/' WHEN 'fire' THEN 'fires/' WHEN 'leak' THEN 'leaks/' WHEN 'passage' THEN 'passages/' ELSE 'systems/' END
      || thing AS entry,
    CASE kind
      WHEN 'fire' THEN thing
      WHEN 'passage' THEN (SELECT a FROM plan_passage WHERE id = thing)
      WHEN 'system' THEN (SELECT place FROM plan_system WHERE id = thing)
      ELSE coalesce((SELECT compartment FROM e WHERE e.seq = here.seq AND type <> 'PlaceRevealed'),
        (SELECT now ->> 'compartment' FROM revealed AS r WHERE r.seq = here.seq AND r.thing = here.thing AND record IN ('breaches', 'leaks')))
      END AS compartment,
    (SELECT min(seq) FROM said AS later WHERE later.kind = here.kind AND later.thing = here.thing AND later.name = 'stands'
      AND later.seq > here.seq AND coalesce(later.value, 0) = 0) AS endSeq
  FROM (
    SELECT *, lag(coalesce(value, 0), 1, 0) OVER (PARTITION BY kind, thing ORDER BY seq) AS stood FROM said
    WHERE name = 'stands' AND kind IN ('breach', 'fire', 'leak', 'passage', 'system')) AS here
  WHERE value = 1 AND stood = 0), span
WHERE coalesce(endSeq, lastSeq + 1) > openSeq;
CREATE INDEX course_task ON course (task);

-- In danger: a fire, a leak, a vent, or a breach that no field holds. [REV12]
CREATE TABLE danger AS
SELECT DISTINCT step.seq, step.fromMs, step.toMs, compartment
FROM step JOIN (
  SELECT compartment, beganSeq AS fromSeq, untilSeq AS toSeq, kind FROM course WHERE kind IN ('fire', 'leak', 'breach')
  UNION ALL
  SELECT thing, fromSeq, toSeq, kind FROM during WHERE kind = 'vent' AND name = 'stands' AND value = 1) AS source
ON step.seq >= source.fromSeq AND step.seq < source.toSeq
WHERE source.kind <> 'breach' OR NOT EXISTS (
  SELECT 1 FROM during AS field WHERE field.kind = 'field' AND field.name = 'stands' AND field.thing = compartment AND field.value = 1
    AND step.seq >= field.fromSeq AND step.seq < field.toSeq);
CREATE UNIQUE INDEX danger_place ON danger (seq, compartment);

-- Passages from there to where no danger is, and whether each holds. [REV12]
CREATE TABLE boundary AS
SELECT danger.seq, danger.fromMs, danger.toMs, danger.compartment AS inside, passage.id AS passage,
  state.value IN ('closed', 'sealed') OR EXISTS (
    SELECT 1 FROM during AS field WHERE field.kind = 'field' AND field.name = 'stands' AND field.thing IN (a, b) AND field.value = 1
      AND danger.seq >= field.fromSeq AND danger.seq < field.toSeq) AS holds
FROM danger
JOIN plan_passage AS passage ON danger.compartment IN (a, b)
JOIN during AS state ON state.kind = 'passage' AND state.name = 'state' AND state.thing = passage.id
  AND danger.seq >= state.fromSeq AND danger.seq < state.toSeq
WHERE NOT EXISTS (SELECT 1 FROM danger AS other WHERE other.seq = danger.seq AND other.compartment = iif(a = danger.compartment, b, a));
CREATE INDEX boundary_inside ON boundary (inside, seq);

-- Critical: a breach that no field holds, a fire from its flashover; and whether a crew has its task. [REV11]
CREATE TABLE critical AS
SELECT course.task, course.beganSeq, step.seq, step.fromMs, step.toMs,
  EXISTS (SELECT 1 FROM during AS crew WHERE crew.kind = 'crew' AND crew.name = 'task' AND crew.value = course.task
    AND step.seq >= crew.fromSeq AND step.seq < crew.toSeq) AS crewed
FROM course JOIN step ON step.seq >= course.beganSeq AND step.seq < course.untilSeq
WHERE (course.kind = 'breach' AND NOT EXISTS (
    SELECT 1 FROM during AS field WHERE field.kind = 'field' AND field.name = 'stands' AND field.thing = course.compartment AND field.value = 1
      AND step.seq >= field.fromSeq AND step.seq < field.toSeq))
  OR (course.kind = 'fire' AND EXISTS (
    SELECT 1 FROM during AS fire WHERE fire.kind = 'fire' AND fire.name = 'flashed' AND fire.thing = course.target AND fire.value = 1
      AND step.seq >= fire.fromSeq AND step.seq < fire.toSeq));

-- What the ship shows of a course at `lookSeq`: when the incident is opened, or when the hazard is brought to light. [REV4]
CREATE TABLE shown AS
SELECT seen.*,
  (SELECT value FROM during WHERE kind = 'crew' AND name = 'status' AND thing = aboard AND fromSeq <= lookSeq AND toSeq > lookSeq) AS status,
  (SELECT json ->> '$.route[0].at' FROM e WHERE type IN ('CrewDispatched', 'CrewRerouted') AND e.crew = aboard AND e.seq < lookSeq
    ORDER BY seq DESC LIMIT 1) AS setsOutAt
FROM (
  SELECT task, beganSeq, lookSeq,
    (SELECT value = 'acknowledged' FROM during WHERE kind = 'alarm' AND name = 'state' AND fromSeq <= lookSeq AND toSeq > lookSeq
      AND thing = course.kind || '@' || iif(course.kind IN ('breach', 'fire'), course.compartment, course.target)) AS acknowledged,
    (SELECT plan_crew.id FROM during JOIN plan_crew ON id = thing
      WHERE kind = 'crew' AND during.name = 'task' AND value = course.task AND fromSeq <= lookSeq AND toSeq > lookSeq ORDER BY place LIMIT 1) AS aboard
  FROM course WHERE lookSeq IS NOT NULL) AS seen;

-- When something of a thing came to be known. [REV5]
CREATE TABLE found AS
SELECT seq, at, record || '/' || thing AS entry FROM revealed
UNION ALL
SELECT seq, at, 'systems/' || system FROM e WHERE type = 'SystemDamaged' AND json -> 'hides' IS NULL;

-- The instants of each. [REV5] [REV6] [REV7] [REV8] [REV9] [REV11]
CREATE TABLE hazard AS
SELECT
  task, kind, target, compartment, standing, beganAt,
  CASE WHEN NOT hidden OR EXISTS (SELECT 1 FROM found WHERE found.entry = course.entry AND seq > beganSeq AND seq < openSeq) THEN beganAt
    ELSE (SELECT min(at) FROM (
      SELECT seq, at FROM found WHERE found.entry = course.entry
      UNION ALL
      SELECT seq, at FROM e WHERE type = 'DamageReported' AND e.compartment = course.compartment)
      WHERE seq > sinceSeq AND seq < untilSeq) END AS reportedAt,
  iif(acknowledged, beganAt,
    (SELECT min(at) FROM e WHERE type = 'AlarmAcknowledged' AND seq > sinceSeq AND seq < untilSeq
      AND alarm = kind || '@' || iif(kind IN ('breach', 'fire'), course.compartment, target))) AS acknowledgedAt,
  (SELECT min(seq) FROM e WHERE type = 'CrewDispatched' AND e.task = course.task AND seq > sinceSeq AND seq < untilSeq) AS sentSeq,
  aboard, status, setsOutAt,
  (SELECT min(at) FROM e WHERE type = 'CrewArrived' AND e.task = course.task AND seq > sinceSeq AND seq < untilSeq) AS arrived,
  (SELECT min(at) FROM e WHERE type = 'CrewStartedWork' AND e.task = course.task AND seq > sinceSeq AND seq < untilSeq) AS worked,
  CASE kind
    WHEN 'breach' THEN coalesce(
      (SELECT min(max(fromMs, beganAt)) FROM during AS field WHERE field.kind = 'field' AND field.name = 'stands' AND field.thing = course.compartment
        AND field.value = 1 AND field.toSeq > sinceSeq AND field.fromSeq < untilSeq), restoredAt)
    WHEN 'fire' THEN coalesce(
      (SELECT min(max(fromMs, beganAt)) FROM during AS fire WHERE fire.kind = 'fire' AND fire.name = 'checked' AND fire.thing = target AND fire.value = 1
        AND fire.toSeq > sinceSeq AND fire.fromSeq < untilSeq), restoredAt)
    ELSE restoredAt END AS containedAt,
  iif(kind IN ('breach', 'fire', 'leak'), (SELECT min(fromMs) FROM (
    SELECT fromMs, min(holds) AS all_hold FROM boundary WHERE inside = course.compartment AND seq >= beganSeq AND seq < untilSeq GROUP BY seq)
    WHERE all_hold), NULL) AS boundedAt,
  restoredAt, endedAt,
  (SELECT coalesce(sum(toMs - fromMs), 0) FROM critical
    WHERE critical.task = course.task AND critical.beganSeq = course.beganSeq) AS criticalMs,
  (SELECT coalesce(sum(toMs - fromMs), 0) FROM critical
    WHERE critical.task = course.task AND critical.beganSeq = course.beganSeq AND NOT crewed) AS uncrewedCriticalMs
FROM (
  SELECT course.*, shown.acknowledged, shown.aboard, shown.status, shown.setsOutAt
  FROM course LEFT JOIN shown ON shown.task = course.task AND shown.beganSeq = course.beganSeq) AS course, span;

CREATE TABLE review_hazards AS
SELECT
  task, kind, target, compartment, standing, beganAt, reportedAt, acknowledgedAt, dispatchedAt, crew,
  iif(departs <= coalesce(endedAt, untilMs), departs, NULL) AS departedAt, arrivedAt, workedAt,
  containedAt, boundedAt, restoredAt, endedAt, criticalMs, uncrewedCriticalMs
FROM (
  SELECT
    hazard.*,
    iif(aboard IS NULL, sent.at, beganAt) AS dispatchedAt,
    coalesce(aboard, sent.crew) AS crew,
    CASE WHEN aboard IS NULL THEN sent.json ->> '$.route[0].at' WHEN status = 'enRoute' THEN max(setsOutAt, beganAt) ELSE beganAt END AS departs,
    iif(status IN ('onScene', 'working'), beganAt, arrived) AS arrivedAt,
    iif(status = 'working', beganAt, worked) AS workedAt
  FROM hazard LEFT JOIN (SELECT seq, at, crew, json FROM e) AS sent ON sent.seq = sentSeq), span;

-- Uncrewed at all: stretches that touch are one. [REV11]
CREATE TABLE review_uncrewed_spans AS
SELECT min(fromMs) AS fromMs, max(toMs) AS untilMs FROM (
  SELECT *, sum(breaks) OVER (ORDER BY fromMs) AS stretch FROM (
    SELECT *, coalesce(fromMs > lag(toMs) OVER (ORDER BY fromMs), 1) AS breaks
    FROM (SELECT DISTINCT seq, fromMs, toMs FROM critical WHERE NOT crewed AND toMs > fromMs)))
GROUP BY stretch;
CREATE TABLE review_uncrewed AS SELECT coalesce(sum(untilMs - fromMs), 0) AS totalMs FROM review_uncrewed_spans;

-- [REV12]
CREATE TABLE review_boundaries AS
SELECT 100.0 * sum(iif(holds, toMs - fromMs, 0)) / nullif(sum(toMs - fromMs), 0) AS percent,
  coalesce(sum(toMs - fromMs), 0) AS boundaryMs, coalesce(sum(iif(holds, 0, toMs - fromMs)), 0) AS openMs
FROM (SELECT DISTINCT seq, passage, fromMs, toMs, holds FROM boundary);
CREATE TABLE review_boundaries_worst AS
SELECT passage, sum(toMs - fromMs) AS openMs FROM boundary WHERE NOT holds GROUP BY passage HAVING sum(toMs - fromMs) > 0
ORDER BY openMs DESC, passage;
