-- Casualties, without those who were dead or discharged before. Whom nobody saw reported in the incident is as the ship shows them
-- at `foundSeq`: when it was opened, or when they were brought to light. [REV4] [REV14]
CREATE TABLE patient AS
SELECT
  *, (SELECT value FROM during WHERE kind = 'casualty' AND name = 'status' AND thing = casualty AND fromSeq <= foundSeq AND toSeq > foundSeq) AS was,
  (SELECT value FROM during WHERE kind = 'casualty' AND name = 'place' AND thing = casualty AND fromSeq <= foundSeq AND toSeq > foundSeq) AS lay,
  (SELECT value FROM during WHERE kind = 'casualty' AND name = 'category' AND thing = casualty AND fromSeq <= foundSeq AND toSeq > foundSeq) AS triaged,
  (SELECT value FROM during WHERE kind = 'casualty' AND name = 'surgeon' AND thing = casualty AND fromSeq <= foundSeq AND toSeq > foundSeq) AS treated
FROM (
  SELECT first.thing AS casualty, first.seq < openSeq AS standing, max(first.at, fromMs) AS reportedAt, coalesce(e.json, r.now) AS card,
    CASE WHEN first.seq < openSeq THEN openSeq WHEN e.seq IS NULL THEN first.seq END AS foundSeq
  FROM (SELECT thing, min(seq) AS seq, at FROM said WHERE kind = 'casualty' AND name = 'status' AND value IS NOT NULL GROUP BY thing) AS first
  JOIN span
  LEFT JOIN e ON e.seq = first.seq AND e.type = 'CasualtyReported'
  LEFT JOIN revealed AS r ON r.seq = first.seq AND r.record = 'casualties' AND r.thing = first.thing)
WHERE NOT standing OR was IN ('waiting', 'moving', 'inBed', 'stable');

-- In need of immediate care, alive and not in a bed: by what they need in the truth, by what they were triaged in what was known. [REV15]
CREATE TABLE untreated AS
SELECT status.thing AS casualty, max(status.fromMs, need.fromMs) AS fromMs, min(status.toMs, need.toMs) AS toMs
FROM during AS status JOIN span
JOIN during AS need ON need.kind = 'casualty' AND need.name = iif(sight = 'truth', 'severity', 'category') AND need.thing = status.thing
  AND need.fromSeq < status.toSeq AND status.fromSeq < need.toSeq
WHERE status.kind = 'casualty' AND status.name = 'status' AND status.value IN ('waiting', 'moving') AND need.value = 'immediate';

-- The last that was said of each, and when each kind of event first happened to them in the incident.
CREATE TABLE latest AS
SELECT thing AS casualty, name, value FROM (
  SELECT *, row_number() OVER (PARTITION BY thing, name ORDER BY fromSeq DESC) AS place FROM held
  WHERE kind = 'casualty' AND value IS NOT NULL)
WHERE place = 1;
CREATE TABLE happened AS
SELECT casualty, type, min(at) AS firstAt, max(at) AS lastAt FROM e, span WHERE casualty IS NOT NULL AND seq >= openSeq GROUP BY casualty, type;

CREATE TABLE review_casualties AS
SELECT casualty, name, crew, compartment, injury, category, need, standing, reportedAt, triagedAt, movedAt, beddedAt, treatedAt, endedAt, outcome,
  untreatedImmediateMs, iif(sight = 'truth' AND outcome = 'dead',
    survives AND NOT EXISTS (SELECT 1 FROM e WHERE type = 'TreatmentBegun' AND e.casualty = p.casualty), NULL) AS preventable
FROM (
  SELECT
    patient.casualty, card ->> 'name' AS name, card ->> 'crew' AS crew, coalesce(lay, card ->> 'compartment') AS compartment, card ->> 'injury' AS injury,
    (SELECT value FROM latest AS l WHERE l.casualty = patient.casualty AND l.name = 'category') AS category,
    iif(sight = 'truth',
      (SELECT value FROM latest AS l WHERE l.casualty = patient.casualty AND l.name = 'severity'), NULL) AS need,
    standing, reportedAt,
    iif(triaged IS NOT NULL, reportedAt, (SELECT firstAt FROM happened AS h WHERE h.casualty = patient.casualty AND type = 'CasualtyTriaged')) AS triagedAt,
    iif(was IN ('moving', 'inBed', 'stable'), reportedAt,
      (SELECT firstAt FROM happened AS h WHERE h.casualty = patient.casualty AND type = 'CasualtyMoved')) AS movedAt,
    iif(was IN ('inBed', 'stable'), reportedAt, (SELECT firstAt FROM happened AS h WHERE h.casualty = patient.casualty AND type = 'CasualtyBedded')) AS beddedAt,
    iif(treated OR was = 'stable', reportedAt, (SELECT firstAt FROM happened AS h WHERE h.casualty = patient.casualty AND type = 'TreatmentBegun')) AS treatedAt,
    coalesce((SELECT max(lastAt) FROM happened AS h WHERE h.casualty = patient.casualty
      AND type IN ('CasualtyDied', 'CasualtyStabilised', 'CasualtyDischarged')),
      iif(was IN ('stable', 'dead', 'discharged'), reportedAt, NULL)) AS endedAt,
    (SELECT value FROM latest AS l WHERE l.casualty = patient.casualty AND l.name = 'status') AS outcome,
    (SELECT coalesce(sum(toMs - fromMs), 0) FROM untreated WHERE untreated.casualty = patient.casualty) AS untreatedImmediateMs,
    (SELECT value FROM latest AS l WHERE l.casualty = patient.casualty AND l.name = 'survives') AS survives,
    sight
  FROM patient, span) AS p
ORDER BY reportedAt;

CREATE TABLE review_casualty_flow AS
SELECT count(casualty) AS reported, count(triagedAt) AS triaged, count(beddedAt) AS bedded,
  count(*) FILTER (WHERE outcome = 'stable') AS stable, count(*) FILTER (WHERE outcome = 'discharged') AS discharged,
  count(*) FILTER (WHERE outcome = 'dead') AS dead,
  iif(span.sight = 'truth', count(*) FILTER (WHERE preventable), NULL) AS preventableDeaths,
  coalesce(sum(untreatedImmediateMs), 0) AS untreatedImmediateMs
FROM span LEFT JOIN review_casualties ON true;
