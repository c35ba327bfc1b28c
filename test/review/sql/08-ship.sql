-- Charge at both ends of every stretch of the battery's formula, within empty and full. [REV19]
CREATE TABLE charge AS
SELECT fromMs, toMs, rate, max(0, min(capacityMj, value + rate * (fromMs - since) / 1000.0)) AS first,
  max(0, min(capacityMj, value + rate * (toMs - since) / 1000.0)) AS last
FROM during, plan_ship WHERE kind = 'ship' AND name = 'battery';

CREATE TABLE review_power AS
SELECT
  coalesce(sum(iif(rate < 0 AND first > 0, toMs - fromMs, 0)), 0) AS deficitMs,
  coalesce(sum(max(0, first - last)), 0) AS drawnMj,
  min(min(first), min(last)) AS leastBatteryMj,
  100.0 * min(min(first), min(last)) / nullif(max(capacityMj), 0) AS leastBatteryPercent
FROM charge, plan_ship;

CREATE TABLE review_shed AS
SELECT * FROM (
  SELECT thing AS system,
    (SELECT count(*) FROM e, span WHERE type = 'SystemShed' AND e.system = thing AND seq >= openSeq) AS times,
    sum(iif(value = 1, toMs - fromMs, 0)) AS shedMs
  FROM during WHERE kind = 'system' AND name = 'shed' GROUP BY thing)
WHERE times > 0 OR shedMs > 0 ORDER BY shedMs DESC, system;

-- Alarms. [REV20]
CREATE TABLE raised AS SELECT seq, at, alarm, json ->> 'priority' AS priority FROM e, span WHERE type = 'AlarmRaised' AND seq >= openSeq;
CREATE TABLE review_alarms AS
SELECT
  (SELECT count(*) FROM raised) AS raised,
  (SELECT coalesce(max((SELECT count(*) FROM raised AS other WHERE other.at <= raised.at AND other.at > raised.at - 60000)), 0) FROM raised) AS mostInMinute,
  (SELECT max((SELECT count(*) FROM during WHERE kind = 'alarm' AND name = 'state' AND value IN ('unacknowledged', 'returned')
      AND e.seq >= fromSeq AND e.seq < toSeq)) FROM e WHERE seq >= openSeq) AS mostUnacknowledged,
  (SELECT count(*) FROM e WHERE type = 'AlarmAcknowledged' AND seq >= openSeq) AS acknowledged,
  (SELECT count(*) FROM (SELECT alarm, max(seq) AS last FROM raised GROUP BY alarm) AS r
    WHERE NOT EXISTS (SELECT 1 FROM e WHERE type = 'AlarmAcknowledged' AND e.alarm = r.alarm AND seq > last)) AS neverAcknowledged,
  (SELECT count(*) FROM e WHERE type = 'AlarmShelved' AND seq >= openSeq) AS shelved,
  (SELECT count(*) FROM e WHERE type = 'AlarmFloodBegan' AND seq >= openSeq) AS floods,
  (SELECT coalesce(sum(toMs - fromMs), 0) FROM during WHERE kind = 'ship' AND name = 'flood' AND value = 1) AS floodMs,
  (SELECT count(*) FROM during WHERE kind = 'alarm' AND name = 'state' AND value IN ('unacknowledged', 'acknowledged') AND toSeq > lastSeq) AS standing
FROM span;
CREATE TABLE review_alarm_priorities AS
SELECT count(*) FILTER (WHERE priority = 'critical') AS critical, count(*) FILTER (WHERE priority = 'warning') AS warning,
  count(*) FILTER (WHERE priority = 'caution') AS caution, count(*) FILTER (WHERE priority = 'advisory') AS advisory FROM raised;
CREATE TABLE review_offenders AS
SELECT alarm, count(*) AS times, 100.0 * count(*) / (SELECT count(*) FROM raised) AS sharePercent
FROM raised GROUP BY alarm ORDER BY times DESC, alarm LIMIT 10;

-- Capabilities. [REV21]
CREATE TABLE review_bands AS
SELECT capability, min(fromMs) AS fromMs, max(toMs) AS untilMs, mode, name, rank
FROM (
  SELECT *, sum(breaks) OVER (PARTITION BY capability ORDER BY fromMs) AS stretch FROM (
    SELECT *, coalesce(mode <> lag(mode) OVER (PARTITION BY capability ORDER BY fromMs), 1) AS breaks FROM (
      SELECT thing AS capability, fromMs, toMs, value AS mode, plan_mode.name, rank
      FROM during JOIN plan_mode ON plan_mode.capability = thing AND plan_mode.mode = value
      WHERE kind = 'capability' AND during.name = 'mode' AND toMs > fromMs)))
GROUP BY capability, stretch ORDER BY capability, fromMs;
CREATE TABLE review_capabilities AS
SELECT plan_capability.id AS capability, plan_capability.name, weight,
  coalesce(sum(untilMs - fromMs) FILTER (WHERE rank > 0), 0) AS belowTopMs,
  coalesce(sum(untilMs - fromMs) FILTER (WHERE rank = lastRank AND lastRank > 0), 0) AS lostMs
FROM plan_capability LEFT JOIN review_bands ON review_bands.capability = plan_capability.id
GROUP BY plan_capability.id ORDER BY place;
