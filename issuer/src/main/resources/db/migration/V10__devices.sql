-- Devices of holders (docs 33, section 3): each has a credential of its own for every purpose, bound to a key that never leaves it.
-- The one-time link by which a holder's device is bound, and the second secret that comes with it in the letter. Of both nothing is kept that could be used.
CREATE TABLE device_invitation (
    id         uuid PRIMARY KEY,
    permit     text NOT NULL REFERENCES permit (number),
    token      bytea NOT NULL UNIQUE CHECK (length(token) = 32), -- SHA-256 of what the link carries
    letter     text NOT NULL,                                    -- {bcrypt}… of the number in the letter
    tries      smallint NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
    invited_by text NOT NULL REFERENCES officer (name),
    invited_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    closed_at  timestamptz,
    closed     text CHECK (closed IN ('USED', 'TRIES', 'REPLACED')),
    CONSTRAINT closed_as_a_whole CHECK ((closed_at IS NULL) = (closed IS NULL))
);
-- A permit has one open link at a time.
CREATE UNIQUE INDEX device_invitation_open ON device_invitation (permit) WHERE closed IS NULL;

CREATE TABLE device (
    id              uuid PRIMARY KEY,
    permit          text NOT NULL REFERENCES permit (number),
    invitation      uuid NOT NULL UNIQUE REFERENCES device_invitation (id),
    state           text NOT NULL CHECK (state IN ('BOUND', 'RELEASED', 'REFUSED', 'REVOKED')),
    collection      bytea NOT NULL UNIQUE CHECK (length(collection) = 32), -- SHA-256 of what the device collects its codes with
    collect_until   timestamptz NOT NULL,
    bound_at        timestamptz NOT NULL,
    released_at     timestamptz,
    refused_because text,
    revoked_by      text REFERENCES officer (name),
    revoked_at      timestamptz,
    revoke_reason   text,
    attempts        integer NOT NULL DEFAULT 0,
    next_try_at     timestamptz NOT NULL,
    CONSTRAINT revoked_as_a_whole CHECK ((state = 'REVOKED') = (revoked_by IS NOT NULL) AND (revoked_by IS NULL) = (revoked_at IS NULL))
);
CREATE INDEX device_of ON device (permit, bound_at DESC);
CREATE INDEX device_unfinished ON device (next_try_at) WHERE state = 'BOUND';

CREATE TABLE device_credential (
    cti          bytea PRIMARY KEY CHECK (length(cti) = 16),
    device       uuid NOT NULL REFERENCES device (id),
    purpose      text NOT NULL CHECK (purpose IN ('full', 'work', 'bank', 'stay')),
    key_x        bytea NOT NULL CHECK (length(key_x) = 32),
    key_y        bytea NOT NULL CHECK (length(key_y) = 32),
    shard        integer NOT NULL,
    idx          integer NOT NULL,
    to_sign      bytea,                                   -- exactly what the signature is made over
    prepared_for bytea CHECK (length(prepared_for) = 32), -- SHA-256 of the certificate of the key that they ask for
    finished     bytea,                                   -- the signed credential
    UNIQUE (device, purpose),
    UNIQUE (shard, idx),
    UNIQUE (key_x, key_y),                                -- one key serves one purpose of one permit (CRED-62)
    FOREIGN KEY (shard, idx) REFERENCES status_entry (shard, idx),
    CONSTRAINT prepared_as_a_whole CHECK ((to_sign IS NULL) = (prepared_for IS NULL))
);
