-- Who may call, the gateway's own keys, and the answers that were given.

CREATE TABLE partner (
    client_id   text PRIMARY KEY,
    name        text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('PLATFORM', 'BANK', 'TERMINAL', 'AGENCY')),
    credit_code text,
    state       text NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED')),
    jwks        jsonb NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL
);

-- A key id names one partner's key: so a foreign key is told from an unknown one.
CREATE TABLE partner_key (
    kid       text PRIMARY KEY,
    client_id text NOT NULL REFERENCES partner
);

CREATE INDEX partner_key_by_partner ON partner_key (client_id);

-- The first answer under a key. A row without status is a claim whose transaction still runs; nobody else sees it.
CREATE TABLE idempotency (
    client_id   text NOT NULL,
    key         text NOT NULL,
    fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
    status      integer,
    -- The answer, encrypted as personal data are: a mask leaves much to guess.
    body        bytea,
    -- Until then the first request may wait for a better answer (Prefer: wait), and repetitions are told to.
    held_until  timestamptz,
    created_at  timestamptz NOT NULL,
    CONSTRAINT idempotency_key_unique PRIMARY KEY (client_id, key)
);

CREATE INDEX idempotency_by_age ON idempotency (created_at);

-- The private key is encrypted under the master key of the personal data.
CREATE TABLE gateway_key (
    kid         text PRIMARY KEY,
    private_jwk bytea NOT NULL,
    active_from timestamptz NOT NULL,
    created_at  timestamptz NOT NULL
);
