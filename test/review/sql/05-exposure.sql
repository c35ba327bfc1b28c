-- Thin air by whole ms: p(t) = kpa·exp(−t/τ) while it vents [AIR1], a straight line while it fills [AIR4], else as it stands. [REV13]
CREATE TABLE thin AS
SELECT compartment, fromMs, toMs FROM (
  SELECT thing AS compartment,
    max(fromMs, CASE WHEN flow = 'venting' AND value >= 57 THEN since + floor(1000 * tauS * ln(value / 57.0)) + 1 ELSE since END) AS fromMs,
    min(toMs, CASE WHEN flow = 'filling' AND toKpa >= 57 THEN since + ceil(1000 * (57 - value) / kpaPerS) ELSE toMs END) AS toMs
  FROM (
    SELECT *, more ->> 'kind' AS flow, more ->> 'tauS' AS tauS, more ->> 'kpaPerS' AS kpaPerS, more ->> 'toKpa' AS toKpa
    FROM during WHERE kind = 'air' AND value IS NOT NULL)
  WHERE value < 57 OR flow = 'venting')
WHERE toMs > fromMs;

-- Who is there: people, and casualties who lie there waiting. Crews wear suits. [REV13]
CREATE TABLE head AS
SELECT thing AS compartment, fromMs, toMs, value AS n FROM during WHERE kind = 'compartment' AND name = 'people' AND value > 0 AND toMs > fromMs
UNION ALL
SELECT place.value, max(status.fromMs, place.fromMs), min(status.toMs, place.toMs), 1
FROM during AS status JOIN during AS place ON place.kind = 'casualty' AND place.name = 'place' AND place.thing = status.thing
  AND place.fromSeq < status.toSeq AND status.fromSeq < place.toSeq
WHERE status.kind = 'casualty' AND status.name = 'status' AND status.value = 'waiting'
  AND min(status.toMs, place.toMs) > max(status.fromMs, place.fromMs);

CREATE TABLE peril AS
SELECT 'thinAir' AS what, compartment, fromMs, toMs FROM thin
UNION ALL
SELECT DISTINCT kind, compartment, step.fromMs, step.toMs FROM course JOIN step ON step.seq >= beganSeq AND step.seq < untilSeq WHERE kind IN ('fire', 'leak');

-- Person-ms, piece by piece.
CREATE TABLE exposed AS
SELECT what, compartment, max(peril.fromMs, head.fromMs) AS fromMs, min(peril.toMs, head.toMs) AS toMs, n
FROM peril JOIN head USING (compartment) WHERE min(peril.toMs, head.toMs) > max(peril.fromMs, head.fromMs);

CREATE TABLE review_exposure_compartments AS
SELECT compartment,
  sum(iif(what = 'thinAir', n * (toMs - fromMs), 0)) / 60000.0 AS thinAirMinutes,
  sum(iif(what = 'fire', n * (toMs - fromMs), 0)) / 60000.0 AS fireMinutes,
  sum(iif(what = 'leak', n * (toMs - fromMs), 0)) / 60000.0 AS leakMinutes
FROM exposed GROUP BY compartment ORDER BY sum(n * (toMs - fromMs)) DESC, compartment;
CREATE TABLE review_exposure AS
SELECT coalesce(sum(thinAirMinutes), 0) AS thinAirMinutes, coalesce(sum(fireMinutes), 0) AS fireMinutes, coalesce(sum(leakMinutes), 0) AS leakMinutes
FROM review_exposure_compartments;
