-- Continuations (docs 32): while a renewal is pending the right goes on for one person. Written down by one officer, decided by another.
CREATE TABLE continuation (
    id              uuid PRIMARY KEY,
    permit          text NOT NULL REFERENCES permit (number),
    state           text NOT NULL CHECK (state IN ('REQUESTED', 'REJECTED', 'APPROVED', 'RELEASED', 'REFUSED')),
    counts_from     date NOT NULL,
    counts_until    date NOT NULL,
    legal_ground    text NOT NULL,
    requested_by    text NOT NULL REFERENCES officer (name),
    requested_at    timestamptz NOT NULL,
    decided_by      text REFERENCES officer (name),
    decided_at      timestamptz,
    decision_reason text,
    refused_because text,
    released_at     timestamptz,
    attempts        integer NOT NULL DEFAULT 0,
    next_try_at     timestamptz NOT NULL,
    status          smallint NOT NULL DEFAULT 0 CHECK (status IN (0, 1, 3)), -- of all its codes: renewal pending, refused, or granted
    ended_by        text REFERENCES officer (name),
    ended_at        timestamptz,
    end_reason      text,
    CONSTRAINT decided_as_a_whole CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (state = 'REQUESTED') = (decided_by IS NULL)),
    CONSTRAINT four_eyes CHECK (decided_by IS NULL OR decided_by <> requested_by),
    CONSTRAINT ended_as_a_whole CHECK ((status = 0) = (ended_by IS NULL) AND (ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX continuation_of ON continuation (permit, requested_at DESC);
-- A permit has one continuation at a time that is not done.
CREATE UNIQUE INDEX continuation_in_work ON continuation (permit) WHERE state IN ('REQUESTED', 'APPROVED');
CREATE INDEX continuation_unfinished ON continuation (next_try_at) WHERE state = 'APPROVED';

-- One for each code of the permit, with an identity and a place in the status lists of its own.
CREATE TABLE continuation_code (
    cti          bytea PRIMARY KEY CHECK (length(cti) = 16),
    continuation uuid NOT NULL REFERENCES continuation (id),
    item         text NOT NULL CHECK (item IN ('full', 'work', 'bank', 'stay', 'seal')),
    shard        integer NOT NULL,
    idx          integer NOT NULL,
    to_sign      bytea,                                     -- exactly what the signature is made over; absent until a key is chosen
    prepared_for bytea CHECK (length(prepared_for) = 32),   -- SHA-256 of that key's certificate
    finished     bytea,                                     -- the signed continuation
    UNIQUE (continuation, item),
    UNIQUE (shard, idx),
    FOREIGN KEY (shard, idx) REFERENCES status_entry (shard, idx),
    CONSTRAINT prepared_as_a_whole CHECK ((to_sign IS NULL) = (prepared_for IS NULL))
);

CREATE TABLE continuation_carrier (
    continuation uuid NOT NULL REFERENCES continuation (id),
    name         text NOT NULL,
    media_type   text NOT NULL,
    bytes        bytea NOT NULL,
    PRIMARY KEY (continuation, name)
);
