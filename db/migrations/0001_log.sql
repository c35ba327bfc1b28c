-- A ship, and the file that describes it, as it was when the ship was created.
CREATE TABLE ship (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL,
  wall TEXT NOT NULL
) STRICT;

-- The log itself. `json` is the whole event as it is sent; the other columns are there to find it by.
-- A rowid of its own and an index on (ship, seq) take events twice as fast as a table clustered on (ship, seq).
CREATE TABLE event (
  gseq INTEGER PRIMARY KEY,
  ship TEXT NOT NULL REFERENCES ship (id),
  seq INTEGER NOT NULL CHECK (seq > 0),
  type TEXT NOT NULL,
  json TEXT NOT NULL,
  UNIQUE (ship, seq)
) STRICT;

-- So that the list of incidents is found without reading the log.
CREATE INDEX incident_mark ON event (ship, gseq) WHERE type IN ('IncidentOpened', 'IncidentClosed');

-- Every command that was judged, refused ones too, with what was answered: the same id again gets the same answer.
CREATE TABLE command (
  ship TEXT NOT NULL REFERENCES ship (id),
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (ship, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ship_stays BEFORE UPDATE ON ship BEGIN SELECT RAISE(ABORT, 'a ship is never changed'); END;
CREATE TRIGGER ship_remains BEFORE DELETE ON ship BEGIN SELECT RAISE(ABORT, 'a ship is never removed'); END;
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
CREATE TRIGGER command_stays BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'a command is never changed'); END;
CREATE TRIGGER command_remains BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'a command is never removed'); END;

-- From here on nothing is the truth: all of it may be emptied at any time.

-- Folds, to start from instead of from event 1.
CREATE TABLE snapshot (
  ship TEXT NOT NULL REFERENCES ship (id),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  core_version TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (ship, seq)
) STRICT;

-- Where the mission clock was last seen, ms.
CREATE TABLE mission_time (
  ship TEXT PRIMARY KEY REFERENCES ship (id),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row, written to find out whether writing works.
CREATE TABLE probe (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL
) STRICT;
