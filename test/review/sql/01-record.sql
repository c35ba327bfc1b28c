-- What a review is counted from: the events of one ship, as its reader gets them, in `event (seq, type, json)`;
-- `asked (incident, endMs, sight)` says of what, when "now" is, and whether of all or of what was known.
-- `plan_…` has what is no event: the ship file.

-- The incident from its opening to its closing, or to now. [REV1]
CREATE TABLE span AS
SELECT
  opened.seq AS openSeq,
  coalesce(closed.seq, (SELECT max(seq) FROM event)) AS lastSeq,
  opened.json ->> 'at' AS fromMs,
  coalesce(closed.json ->> 'at', asked.endMs) AS untilMs,
  asked.sight AS sight
FROM asked
JOIN event AS opened ON opened.type = 'IncidentOpened' AND opened.json ->> 'incident' = asked.incident
LEFT JOIN event AS closed ON closed.type = 'IncidentClosed' AND closed.json ->> 'incident' = asked.incident;

-- The events since the ship was last whole, so that what stands when the incident is opened is counted from events, too.
CREATE TABLE e AS
SELECT
  seq, json ->> 'at' AS at, type, json,
  json ->> 'task' AS task, json ->> 'crew' AS crew, json ->> 'compartment' AS compartment, json ->> 'system' AS system,
  json ->> 'passage' AS passage, json ->> 'casualty' AS casualty, json ->> 'alarm' AS alarm
FROM event, span
WHERE seq <= lastSeq AND seq >= coalesce(
  (SELECT max(seq) FROM event, span WHERE type IN ('ScenarioStarted', 'ShipRestored') AND seq < openSeq), 1);
CREATE UNIQUE INDEX e_seq ON e (seq);
CREATE INDEX e_type ON e (type, seq);

-- Stretches in which nothing happens, each with the last event before it. The last one may have no length. [REV9] [REV23]
CREATE TABLE step AS
SELECT seq, at AS fromMs, next AS toMs
FROM (SELECT seq, at, lead(at, 1, untilMs) OVER (ORDER BY seq) AS next FROM e, span), span
WHERE seq >= openSeq AND (next > at OR seq = lastSeq);
CREATE UNIQUE INDEX step_seq ON step (seq);

-- What came to be known, entry by entry.
CREATE TABLE revealed AS
SELECT
  e.seq, e.at,
  substr(one.value ->> 'key', 1, instr(one.value ->> 'key', '/') - 1) AS record,
  substr(one.value ->> 'key', instr(one.value ->> 'key', '/') + 1) AS thing,
  nullif(one.value -> 'now', 'null') AS now
FROM e, json_each(e.json, '$.reveals') AS one
WHERE e.type = 'PlaceRevealed';
