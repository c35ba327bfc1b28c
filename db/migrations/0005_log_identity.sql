-- Which log this is. A dashboard asks with it for what it missed; a log that was restored goes by another.
CREATE TABLE log_identity (id TEXT NOT NULL) STRICT;
INSERT INTO log_identity (id) VALUES (lower(hex(randomblob(16))));
