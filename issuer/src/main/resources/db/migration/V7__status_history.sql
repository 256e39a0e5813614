-- What status lists said at a time (docs 50, part 3): of tokens of the same entries one that was still good is kept for all. Nothing else refers to these rows.
CREATE TABLE status_history (
    path       text NOT NULL,
    media_type text NOT NULL,
    issued     timestamptz NOT NULL,
    expires    timestamptz NOT NULL,
    content    bytea NOT NULL CHECK (length(content) = 32), -- SHA-256 of the entries
    etag       text NOT NULL,
    size       integer NOT NULL,
    bytes      bytea NOT NULL,
    PRIMARY KEY (path, media_type, issued)
);
CREATE INDEX status_history_issued ON status_history (issued);
