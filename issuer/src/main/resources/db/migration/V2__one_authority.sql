-- One row: the authority whose publications these are, and the highest number that was announced before it was signed.
CREATE TABLE authority_binding (
    id               smallint PRIMARY KEY CHECK (id = 1),
    root_fingerprint text NOT NULL CHECK (length(root_fingerprint) = 64),
    announced        bigint NOT NULL
);
