-- How long each of it held: from that event until the next that says otherwise, or the end.
CREATE TABLE held AS
SELECT
  kind, thing, name, value, rate, coalesce(since, at) AS since, more,
  seq AS fromSeq, lead(seq, 1, lastSeq + 1) OVER w AS toSeq,
  at AS fromMs, lead(at, 1, untilMs) OVER w AS toMs
FROM said, span
WINDOW w AS (PARTITION BY kind, thing, name ORDER BY seq);

-- The same within the incident.
CREATE TABLE during AS
SELECT kind, thing, name, value, rate, since, more, max(fromSeq, openSeq) AS fromSeq, toSeq, max(held.fromMs, span.fromMs) AS fromMs, toMs
FROM held, span WHERE toSeq > openSeq;
CREATE INDEX during_thing ON during (kind, name, thing, fromSeq);
