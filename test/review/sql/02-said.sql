-- What each event says of which thing: one row a thing and property. A formula has the value, its rate and since when.
CREATE TABLE said (seq, at, kind, thing, name, value, rate, since, more);

-- Whole, as the ship file has it.
INSERT INTO said (seq, at, kind, thing, name, value) SELECT 0, 0, 'passage', id, 'state', state FROM plan_passage;
INSERT INTO said (seq, at, kind, thing, name, value) SELECT 0, 0, 'passage', id, 'stands', state = 'jammed' FROM plan_passage;
INSERT INTO said (seq, at, kind, thing, name, value) SELECT 0, 0, 'crew', id, 'status', 'ready' FROM plan_crew;
INSERT INTO said (seq, at, kind, thing, name, value) SELECT 0, 0, 'crew', id, 'task', NULL FROM plan_crew;
INSERT INTO said (seq, at, kind, thing, name, value) SELECT 0, 0, 'crew', id, 'tired', 'fresh' FROM plan_crew;
INSERT INTO said (seq, at, kind, thing, name, value) SELECT 0, 0, 'crew', id, 'hurt', 0 FROM plan_crew;
INSERT INTO said (seq, at, kind, thing, name, value, rate) SELECT 0, 0, 'crew', id, 'fatigue', 0, 0 FROM plan_crew;
INSERT INTO said (seq, at, kind, thing, name, value) SELECT 0, 0, 'capability', capability, 'mode', mode FROM plan_mode WHERE rank = 0;
INSERT INTO said (seq, at, kind, thing, name, value, rate) SELECT 0, 0, 'ship', '', 'battery', capacityMj, 0 FROM plan_ship;

-- Hazards: what stands, and (in `more`) what of its beginning was hidden. [REV4]
INSERT INTO said (seq, at, kind, thing, name, value, more)
SELECT seq, at, 'breach', json ->> 'breach', 'stands', type = 'BreachOpened', json -> 'hides' FROM e WHERE type IN ('BreachOpened', 'BreachSealed')
UNION ALL
SELECT seq, at, 'fire', compartment, 'stands', type = 'FireStarted', json -> 'hides' FROM e WHERE type IN ('FireStarted', 'FireOut')
UNION ALL
SELECT seq, at, 'leak', system, 'stands', type = 'LeakStarted', json -> 'hides' FROM e WHERE type IN ('LeakStarted', 'LeakStopped')
UNION ALL
SELECT seq, at, 'passage', passage, 'stands', type = 'PassageJammed', json -> 'hides' FROM e WHERE type IN ('PassageJammed', 'PassageFreed')
UNION ALL
SELECT seq, at, 'system', system, 'stands', type = 'SystemDamaged', json -> 'hides' FROM e
WHERE type = 'SystemDamaged' OR (type = 'SystemHealthReached' AND json ->> 'percent' = 100);
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, CASE record WHEN 'breaches' THEN 'breach' WHEN 'fires' THEN 'fire' ELSE 'leak' END, thing, 'stands', now IS NOT NULL
FROM revealed WHERE record IN ('breaches', 'fires', 'leaks')
UNION ALL
SELECT seq, at, 'passage', thing, 'stands', coalesce(now ->> 'state', state) = 'jammed' FROM revealed JOIN plan_passage ON id = thing
WHERE record = 'passages'
UNION ALL
SELECT seq, at, 'system', thing, 'stands', coalesce(now ->> '$.repair.percent', 100) < 100 FROM revealed WHERE record = 'systems';
-- A core that is gone is beyond mending: no hazard any more, whatever befalls it. [REV4]
DELETE FROM said WHERE kind = 'system' AND name = 'stands' AND thing = (SELECT coreSystem FROM plan_ship)
  AND seq > (SELECT min(seq) FROM e WHERE type IN ('CoreEjected', 'CoreLost'))
  AND NOT EXISTS (SELECT 1 FROM e AS r WHERE r.type = 'ShipRestored' AND r.seq < said.seq
    AND r.seq > (SELECT max(seq) FROM e WHERE type IN ('CoreEjected', 'CoreLost') AND e.seq < said.seq));
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, 'system', coreSystem, 'stands', 0 FROM e, plan_ship WHERE type IN ('CoreEjected', 'CoreLost');

-- Breaches: area, and how much of it is plated. [FIG1]
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, 'breach', json ->> 'breach', 'areaM2', json ->> 'areaM2' FROM e WHERE type IN ('BreachOpened', 'BreachWidened')
UNION ALL
SELECT seq, at, 'breach', thing, 'areaM2', now ->> 'areaM2' FROM revealed WHERE record = 'breaches';
INSERT INTO said (seq, at, kind, thing, name, value, rate, since)
SELECT seq, at, 'breach', json ->> 'breach', 'plated', 0, 0, at FROM e WHERE type = 'BreachOpened'
UNION ALL
SELECT seq, at, 'breach', substr(task, 8), 'plated', json ->> 'percent', json ->> 'perS', at FROM e WHERE type = 'WorkPaced' AND task LIKE 'breach:%'
UNION ALL
SELECT seq, at, 'breach', thing, 'plated', now ->> '$.repair.percent', now ->> '$.repair.perS', now ->> '$.repair.since' FROM revealed
WHERE record = 'breaches';

-- Fires: growing or not, flashed over or not. [REV8] [REV11]
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, 'fire', compartment, 'flashed', type = 'FireFlashedOver' FROM e WHERE type IN ('FireStarted', 'FireFlashedOver')
UNION ALL
SELECT seq, at, 'fire', thing, 'flashed', coalesce(now ->> 'flashedOverAt', 'no') <> 'no' FROM revealed WHERE record = 'fires'
UNION ALL
SELECT seq, at, 'fire', compartment, 'checked', CASE type WHEN 'FireStarted' THEN 0 ELSE NOT json ->> 'growing' END
FROM e WHERE type IN ('FireStarted', 'FireHeatChanged')
UNION ALL
SELECT seq, at, 'fire', thing, 'checked', now ->> '$.heat.growing' = 0 AND now ->> 'flashedOverAt' IS NULL FROM revealed WHERE record = 'fires';

-- Fields, vents, passages, air.
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, 'field', compartment, 'stands', type = 'ForceFieldRaised' FROM e WHERE type IN ('ForceFieldRaised', 'ForceFieldLowered', 'ForceFieldFailed')
UNION ALL
SELECT seq, at, 'vent', compartment, 'stands', type = 'VentOpened' FROM e WHERE type IN ('VentOpened', 'VentClosed')
UNION ALL
SELECT seq, at, 'passage', passage, 'state',
  CASE type WHEN 'PassageSealed' THEN 'sealed' WHEN 'PassageOpened' THEN 'open' WHEN 'PassageJammed' THEN 'jammed'
    ELSE iif(state = 'jammed', 'closed', state) END
FROM e JOIN plan_passage ON id = passage WHERE type IN ('PassageSealed', 'PassageOpened', 'PassageJammed', 'PassageFreed')
UNION ALL
SELECT seq, at, 'passage', thing, 'state', coalesce(now ->> 'state', state) FROM revealed JOIN plan_passage ON id = thing WHERE record = 'passages';
INSERT INTO said (seq, at, kind, thing, name, value, since, more)
SELECT seq, at, 'air', one.value ->> 'compartment', 'kpa', one.value ->> 'kpa', at, e.json -> 'flow' FROM e, json_each(e.json, '$.readings') AS one
WHERE e.type = 'AirFlowChanged'
UNION ALL
SELECT seq, at, 'air', thing, 'kpa', coalesce(now ->> 'kpa', kpa), now ->> 'since', coalesce(now -> 'flow', '{"kind":"still"}')
FROM revealed, plan_ship WHERE record = 'air';

-- Casualties. [REV14]
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, 'casualty', casualty, 'status',
  CASE type WHEN 'CasualtyMoved' THEN 'moving' WHEN 'CasualtyBedded' THEN 'inBed' WHEN 'CasualtyStabilised' THEN 'stable'
    WHEN 'CasualtyDied' THEN 'dead' WHEN 'CasualtyDischarged' THEN 'discharged' ELSE 'waiting' END
FROM e WHERE type IN ('CasualtyReported', 'CasualtyMoved', 'CasualtySetDown', 'CasualtyBedded', 'CasualtyStabilised', 'CasualtyDied', 'CasualtyDischarged')
UNION ALL
SELECT seq, at, 'casualty', thing, 'status', now ->> 'status' FROM revealed WHERE record = 'casualties'
UNION ALL
SELECT seq, at, 'casualty', casualty, 'place', compartment FROM e WHERE type IN ('CasualtyReported', 'CasualtySetDown', 'CasualtyBedded')
UNION ALL
SELECT seq, at, 'casualty', thing, 'place', now ->> 'compartment' FROM revealed WHERE record = 'casualties'
UNION ALL
SELECT seq, at, 'casualty', casualty, 'category', json ->> 'category' FROM e WHERE type IN ('CasualtyReported', 'CasualtyTriaged')
UNION ALL
SELECT seq, at, 'casualty', thing, 'category', now ->> 'category' FROM revealed WHERE record = 'casualties'
UNION ALL
SELECT seq, at, 'casualty', casualty, 'severity', json ->> '$.fate.severity' FROM e WHERE type IN ('CasualtyReported', 'CasualtyWorsened', 'CasualtyTreated')
UNION ALL
SELECT seq, at, 'casualty', casualty, 'survives', json ->> '$.fate.survivesTreatment' FROM e
WHERE type IN ('CasualtyReported', 'CasualtyWorsened', 'CasualtyTreated')
UNION ALL
SELECT seq, at, 'casualty', casualty, 'surgeon', type = 'TreatmentBegun' FROM e
WHERE type IN ('TreatmentBegun', 'CasualtyStabilised', 'CasualtyDied', 'CasualtyDischarged')
UNION ALL
SELECT seq, at, 'casualty', thing, 'surgeon', now ->> 'treatmentEndsAt' IS NOT NULL FROM revealed WHERE record = 'casualties';

-- Crews. [REV17] [REV18]
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, 'crew', crew, 'status',
  CASE type WHEN 'CrewDispatched' THEN 'enRoute' WHEN 'CrewArrived' THEN 'onScene' WHEN 'CrewStartedWork' THEN 'working'
    WHEN 'CrewReturning' THEN 'returning' ELSE 'ready' END
FROM e WHERE type IN ('CrewDispatched', 'CrewArrived', 'CrewStartedWork', 'CrewReturning', 'CrewReady', 'CrewHalted')
UNION ALL
SELECT seq, at, 'crew', crew, 'task', iif(type = 'CrewDispatched', task, NULL) FROM e
WHERE type IN ('CrewDispatched', 'CrewRecalled', 'CrewReleased', 'CrewReturning', 'CrewReady', 'CrewHalted')
UNION ALL
SELECT seq, at, 'crew', crew, 'tired', json ->> 'tired' FROM e WHERE type = 'CrewTired'
UNION ALL
SELECT seq, at, 'crew', crew, 'hurt', json ->> 'hurt' FROM e WHERE type = 'CrewHurt';
INSERT INTO said (seq, at, kind, thing, name, value, rate, since)
SELECT seq, at, 'crew', crew, 'fatigue', json ->> 'minutes', json ->> 'perMinute', at FROM e WHERE type = 'CrewFatigueChanged';

-- Power and capabilities. [REV19] [REV21]
INSERT INTO said (seq, at, kind, thing, name, value, rate, since)
SELECT seq, at, 'ship', '', 'battery',
  CASE type WHEN 'BatteryFilled' THEN capacityMj WHEN 'BatteryDepleted' THEN 0 ELSE json ->> 'batteryMj' END,
  CASE type WHEN 'PowerBalanceChanged' THEN json ->> 'netMw' ELSE 0 END, at
FROM e, plan_ship WHERE type IN ('PowerBalanceChanged', 'BatteryFilled', 'BatteryDepleted');
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, 'system', system, 'shed', type = 'SystemShed' FROM e WHERE type IN ('SystemShed', 'SystemStarted', 'SystemShutDown')
UNION ALL
SELECT seq, at, 'system', thing, 'shed', coalesce(now ->> 'stoppedBecause', '') = 'shed' FROM revealed WHERE record = 'systems'
UNION ALL
SELECT seq, at, 'capability', json ->> 'capability', 'mode', json ->> 'to' FROM e WHERE type = 'CapabilityChanged';

-- Alarms: gone once they have both returned and been acknowledged. [ALM4]
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, 'alarm', alarm, 'state',
  CASE type WHEN 'AlarmRaised' THEN 'unacknowledged'
    WHEN 'AlarmAcknowledged' THEN iif(previous = 'AlarmReturned', NULL, 'acknowledged')
    ELSE iif(previous = 'AlarmAcknowledged', NULL, 'returned') END
FROM (SELECT *, lag(type) OVER (PARTITION BY alarm ORDER BY seq) AS previous FROM e WHERE type IN ('AlarmRaised', 'AlarmAcknowledged', 'AlarmReturned'))
UNION ALL
SELECT seq, at, 'ship', '', 'flood', type = 'AlarmFloodBegan' FROM e WHERE type IN ('AlarmFloodBegan', 'AlarmFloodEnded');

-- People of a compartment: so many more or fewer, or as is found; never fewer than none.
CREATE TABLE moved AS
SELECT 0 AS seq, 0 AS at, id AS compartment, 1 AS anew, people AS n FROM plan_compartment
UNION ALL
SELECT seq, at, compartment, 0, -1 FROM e WHERE type = 'CasualtyReported' AND crew IS NULL
UNION ALL
SELECT seq, at,
  (SELECT value FROM said WHERE kind = 'casualty' AND name = 'place' AND thing = e.casualty AND said.seq < e.seq ORDER BY said.seq DESC LIMIT 1),
  0, 1
FROM e WHERE type = 'CasualtyDischarged' AND NOT EXISTS (
  SELECT 1 FROM e AS r WHERE r.type = 'CasualtyReported' AND r.casualty = e.casualty AND r.crew IS NOT NULL)
UNION ALL
SELECT seq, at, json ->> 'from', 0, -(json ->> 'count') FROM e WHERE type = 'PeopleMoved'
UNION ALL
SELECT seq, at, json ->> 'to', 0, json ->> 'count' FROM e WHERE type = 'PeopleMoved'
UNION ALL
SELECT seq, at, json ->> 'from', 0, -(json ->> 'people') FROM e JOIN plan_compartment ON id = json ->> 'from' WHERE type = 'HandsLent'
UNION ALL
SELECT seq, at, json ->> 'to', 0, json ->> 'people' FROM e JOIN plan_compartment ON id = json ->> 'to' WHERE type = 'HandsJoined'
UNION ALL
SELECT seq, at, thing, 1, coalesce(now ->> '$', people) FROM revealed JOIN plan_compartment ON id = thing WHERE record = 'people'
UNION ALL
SELECT seq, at, id, 1, people FROM e, plan_compartment WHERE type IN ('ScenarioStarted', 'ShipRestored');
INSERT INTO said (seq, at, kind, thing, name, value)
SELECT seq, at, 'compartment', compartment, 'people', total - min(0, min(total) OVER (PARTITION BY compartment, stretch ORDER BY seq))
FROM (
  SELECT *, sum(n) OVER (PARTITION BY compartment, stretch ORDER BY seq) AS total
  FROM (SELECT *, sum(anew) OVER (PARTITION BY compartment ORDER BY seq) AS stretch FROM moved));

-- A restoration puts everything back; what was not there before is gone.
INSERT INTO said (seq, at, kind, thing, name, value, rate, since, more)
SELECT e.seq, e.at, s.kind, s.thing, s.name, whole.value, whole.rate, e.at, iif(s.kind = 'air', '{"kind":"still"}', NULL)
FROM e JOIN (SELECT DISTINCT kind, thing, name FROM said WHERE kind <> 'compartment') AS s
LEFT JOIN said AS whole ON whole.seq = 0 AND whole.kind = s.kind AND whole.thing = s.thing AND whole.name = s.name
WHERE e.type IN ('ScenarioStarted', 'ShipRestored');
