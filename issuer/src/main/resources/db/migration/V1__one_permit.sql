-- The record of the issuing service. One dialect: PostgreSQL, and what speaks its protocol; so no triggers, no procedures.
-- Identifiers that leave the house are random. Nothing here is deleted by the service.

CREATE TABLE officer (
    name         text PRIMARY KEY,
    display_name text NOT NULL,
    roles        text NOT NULL, -- comma-separated words of org.stayseal.issuer.officer.Role
    password     text NOT NULL, -- {bcrypt}…, never the password itself
    enabled      boolean NOT NULL DEFAULT true,
    created_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE application (
    id              uuid PRIMARY KEY,
    state           text NOT NULL CHECK (state IN ('SUBMITTED', 'APPROVED', 'REJECTED')),
    fields          jsonb NOT NULL,  -- the form without the photo
    portrait        bytea,           -- the photo as it was taken
    photo           bytea,           -- the small one for the codes, made from it
    search_text     text NOT NULL,   -- name in lower case, for the officers' search
    applied_by      text NOT NULL REFERENCES officer (name),
    applied_at      timestamptz NOT NULL,
    decided_by      text REFERENCES officer (name),
    decided_at      timestamptz,
    decision_reason text,
    CONSTRAINT decided_as_a_whole CHECK ((decided_by IS NULL) = (decided_at IS NULL)
        AND (state = 'SUBMITTED') = (decided_by IS NULL)),
    CONSTRAINT four_eyes CHECK (decided_by IS NULL OR decided_by <> applied_by)
);
CREATE INDEX application_newest ON application (applied_at DESC, id);

CREATE TABLE permit (
    number            text PRIMARY KEY,
    application       uuid NOT NULL UNIQUE REFERENCES application (id),
    stage             text NOT NULL CHECK (stage IN ('RECORDED', 'LINTED', 'SIGNED', 'RELEASED', 'REFUSED')),
    draft             jsonb NOT NULL, -- the permit's texts by field, without the photo
    status            smallint NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 3),
    status_reason     text,
    status_changed_by text REFERENCES officer (name),
    status_changed_at timestamptz,
    holder_token      text NOT NULL UNIQUE,
    recorded_at       timestamptz NOT NULL,
    released_at       timestamptz,
    refused_because   text,
    attempts          integer NOT NULL DEFAULT 0,
    next_try_at       timestamptz NOT NULL,
    claimed_until     timestamptz
);
CREATE INDEX permit_unfinished ON permit (next_try_at) WHERE stage IN ('RECORDED', 'LINTED', 'SIGNED');
CREATE INDEX permit_newest ON permit (recorded_at DESC, number);

CREATE TABLE status_entry (
    shard      integer NOT NULL,
    idx        integer NOT NULL,
    status     smallint NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 3),
    changed_at timestamptz,
    PRIMARY KEY (shard, idx)
);
CREATE INDEX status_entry_changed ON status_entry (shard, idx) WHERE status <> 0;

CREATE TABLE credential (
    cti       bytea PRIMARY KEY CHECK (length(cti) = 16),
    permit    text NOT NULL REFERENCES permit (number),
    purpose   text NOT NULL CHECK (purpose IN ('full', 'work', 'bank', 'stay')),
    shard     integer NOT NULL,
    idx       integer NOT NULL,
    to_sign   bytea NOT NULL, -- exactly what the signature is made over
    finished  bytea,          -- the signed credential
    UNIQUE (permit, purpose),
    UNIQUE (shard, idx),
    FOREIGN KEY (shard, idx) REFERENCES status_entry (shard, idx)
);

CREATE TABLE seal (
    permit   text PRIMARY KEY REFERENCES permit (number),
    to_sign  bytea NOT NULL,
    finished bytea,
    identity bytea UNIQUE CHECK (length(identity) = 16)
);

-- Given by the lint for bytes that passed it; redeemed once.
CREATE TABLE signing_token (
    id          uuid PRIMARY KEY,
    permit      text NOT NULL REFERENCES permit (number),
    item        text NOT NULL,
    digest      bytea NOT NULL CHECK (length(digest) = 32), -- SHA-256 of to_sign
    linted_at   timestamptz NOT NULL,
    redeemed_at timestamptz
);

-- Every signature ever made, also one whose use a crash prevented.
CREATE TABLE signature_record (
    token       uuid PRIMARY KEY REFERENCES signing_token (id),
    permit      text NOT NULL REFERENCES permit (number),
    item        text NOT NULL,
    digest      bytea NOT NULL,
    signature   bytea NOT NULL,
    certificate bytea NOT NULL, -- SHA-256 of the signer's certificate
    signed_at   timestamptz NOT NULL
);
CREATE INDEX signature_record_item ON signature_record (permit, item);

CREATE TABLE carrier (
    permit     text NOT NULL REFERENCES permit (number),
    name       text NOT NULL,
    media_type text NOT NULL,
    bytes      bytea NOT NULL,
    PRIMARY KEY (permit, name)
);

-- One row: what was asked to be published, and what was.
CREATE TABLE publication_state (
    id           smallint PRIMARY KEY CHECK (id = 1),
    wanted       bigint NOT NULL,
    wanted_since timestamptz,
    published    bigint NOT NULL,
    renew_at     timestamptz
);
INSERT INTO publication_state VALUES (1, 1, now(), 0, NULL);

CREATE TABLE publication (
    sequence    bigint PRIMARY KEY,
    issued      timestamptz NOT NULL,
    next_update timestamptz NOT NULL
);

CREATE TABLE publication_file (
    sequence   bigint NOT NULL REFERENCES publication (sequence) ON DELETE CASCADE,
    path       text NOT NULL,
    media_type text NOT NULL,
    etag       text NOT NULL,
    bytes      bytea NOT NULL,
    PRIMARY KEY (sequence, path, media_type)
);

CREATE TABLE idempotency_key (
    officer    text NOT NULL REFERENCES officer (name),
    key        text NOT NULL,
    digest     bytea NOT NULL, -- SHA-256 of address and body
    status     integer,        -- absent while the first request is still being answered
    location   text,
    body       text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (officer, key)
);

CREATE TABLE audit_event (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    officer text,          -- absent: the service itself
    action  text NOT NULL,
    subject text NOT NULL, -- a permit's number or an application's id
    detail  text NOT NULL
);
CREATE INDEX audit_event_subject ON audit_event (subject, id);

-- Numbers for status indexes are counted here and permuted before use; the key of the permutation is made on the first start.
CREATE SEQUENCE status_counter MINVALUE 0 START 0;
CREATE TABLE installation (
    id         smallint PRIMARY KEY CHECK (id = 1),
    index_key  bytea NOT NULL CHECK (length(index_key) = 32)
);
