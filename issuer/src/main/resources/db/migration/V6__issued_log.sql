-- The log of every signature that was made over a permit (docs 40, section 17). A leaf names nobody and no permit, so it stays when a record is
-- erased; nothing here refers to another table. Leaves are appended and never changed.
CREATE TABLE issued_log_leaf (
    idx     bigint PRIMARY KEY CHECK (idx >= 0),
    signer  bytea NOT NULL CHECK (length(signer) = 32),  -- SHA-256 of the signer's certificate
    content bytea NOT NULL CHECK (length(content) = 32), -- content digest of what was signed
    UNIQUE (signer, content)
);
REVOKE UPDATE, DELETE, TRUNCATE ON issued_log_leaf FROM CURRENT_USER;

-- One row: how many leaves there are, and the right edge of their Merkle tree, from which its root hash follows. Held while a leaf is appended.
CREATE TABLE issued_log (
    id    smallint PRIMARY KEY CHECK (id = 1),
    size  bigint NOT NULL,
    edge  bytea NOT NULL
);
INSERT INTO issued_log VALUES (1, 0, '');

-- The edge as it was when a head was published: the next head is proved to begin with it.
CREATE TABLE issued_log_published (
    size bigint PRIMARY KEY,
    edge bytea NOT NULL
);

-- Signatures from before there was a log are appended at the next start.
ALTER TABLE signature_record ADD COLUMN logged boolean NOT NULL DEFAULT false;
CREATE INDEX signature_record_unlogged ON signature_record (signed_at) WHERE NOT logged;
