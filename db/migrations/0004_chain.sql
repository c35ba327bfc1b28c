-- Each event's SHA-256 over the one before it and its own text, so that a change by any other tool is found. Events written before
-- this column was there have none: the chain begins with the first that has.
ALTER TABLE event ADD COLUMN hash BLOB;

-- Where each ship's chain ends: so that a tail that was cut off is missed.
CREATE TABLE chain_end (
  ship TEXT PRIMARY KEY REFERENCES ship (id),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
