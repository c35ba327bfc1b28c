-- Snapshots know the SHA-256 of what was written, so that one that was damaged is not used. Those before it are dropped: each
-- can be folded anew.
DROP TABLE snapshot;
CREATE TABLE snapshot (
  ship TEXT NOT NULL REFERENCES ship (id),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  core_version TEXT NOT NULL,
  state TEXT NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (ship, seq)
) STRICT;
