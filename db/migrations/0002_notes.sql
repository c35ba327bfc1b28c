-- So that notes pinned to an incident after it was closed are found without reading the log.
CREATE INDEX pinned_note ON event (ship, seq) WHERE type = 'NotePinned';
