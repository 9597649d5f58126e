-- Persons, partners' workers, enrolments, mandates and withholdings.
-- Columns of type bytea hold AES-256-GCM ciphertext with its key id, or (…_key) a keyed hash; nothing personal is clear.
-- Uniqueness is decided by the named indexes below, never by a look before the insert.

CREATE TABLE person (
    id                 text PRIMARY KEY,
    citizen_number     bytea NOT NULL,
    citizen_number_key bytea NOT NULL,
    created_at         timestamptz NOT NULL,
    CONSTRAINT person_citizen_number_unique UNIQUE (citizen_number_key)
);

-- A partner's view of a person: two partners may have the same person and never learn of each other.
CREATE TABLE worker (
    id                text PRIMARY KEY,
    client_id         text NOT NULL,
    person_id         text NOT NULL REFERENCES person,
    partner_reference text NOT NULL,
    name              bytea NOT NULL,
    mobile            bytea NOT NULL,
    sector            text,
    created_at        timestamptz NOT NULL,
    CONSTRAINT worker_person_unique UNIQUE (client_id, person_id),
    CONSTRAINT worker_reference_unique UNIQUE (client_id, partner_reference)
);

-- What was sent to the province stays here as it was sent; the person number (AAC001) comes back from it.
CREATE TABLE enrolment (
    id             text PRIMARY KEY,
    person_id      text NOT NULL REFERENCES person,
    province       text NOT NULL CHECK (province ~ '^[0-9]{2}$'),
    place          text NOT NULL CHECK (place IN ('WORK_PLACE', 'HOUSEHOLD')),
    citizen_number bytea NOT NULL,
    name           bytea NOT NULL,
    mobile         bytea NOT NULL,
    serial         text NOT NULL,
    state          text NOT NULL CHECK (state IN ('PENDING', 'ENROLLED', 'REFUSED')),
    person_number  bytea,
    refusal        text,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CONSTRAINT enrolment_serial_unique UNIQUE (serial),
    CONSTRAINT enrolment_outcome CHECK (
        (state = 'ENROLLED') = (person_number IS NOT NULL) AND (state = 'REFUSED') = (refusal IS NOT NULL))
);

-- A second registration at a province would make a second person number there.
CREATE UNIQUE INDEX enrolment_person_province_unique ON enrolment (person_id, province) WHERE state <> 'REFUSED';

-- Which workers asked for an enrolment, and under which consent to hand on their data.
CREATE TABLE enrolment_worker (
    enrolment_id      text NOT NULL REFERENCES enrolment,
    worker_id         text NOT NULL REFERENCES worker,
    consent_reference text NOT NULL,
    created_at        timestamptz NOT NULL,
    CONSTRAINT enrolment_worker_unique PRIMARY KEY (enrolment_id, worker_id)
);

CREATE INDEX enrolment_worker_by_worker ON enrolment_worker (worker_id);

CREATE TABLE mandate (
    id                  text PRIMARY KEY,
    client_id           text NOT NULL,
    worker_id           text NOT NULL REFERENCES worker,
    partner_reference   text NOT NULL,
    province            text NOT NULL CHECK (province ~ '^[0-9]{2}$'),
    insurances          text[] NOT NULL CHECK (cardinality(insurances) > 0),
    cap_fen             bigint NOT NULL CHECK (cap_fen > 0),
    valid_from          text NOT NULL CHECK (valid_from ~ '^[0-9]{4}-[0-9]{2}$'),
    valid_to            text CHECK (valid_to ~ '^[0-9]{4}-[0-9]{2}$' AND valid_to >= valid_from),
    signed_at           timestamptz NOT NULL,
    agreement_reference text NOT NULL,
    created_at          timestamptz NOT NULL,
    revoked_at          timestamptz,
    revocation_reason   text,
    revocation_noted_at timestamptz,
    CONSTRAINT mandate_reference_unique UNIQUE (client_id, partner_reference),
    CONSTRAINT mandate_revocation CHECK ((revoked_at IS NULL) = (revocation_noted_at IS NULL))
);

CREATE INDEX mandate_by_worker ON mandate (worker_id);

CREATE TABLE withholding (
    id                text PRIMARY KEY,
    client_id         text NOT NULL,
    payer             text NOT NULL,
    partner_reference text NOT NULL,
    person_id         text NOT NULL REFERENCES person,
    worker_id         text NOT NULL REFERENCES worker,
    mandate_id        text NOT NULL REFERENCES mandate,
    enrolment_id      text NOT NULL REFERENCES enrolment,
    province          text NOT NULL,
    insurance         text NOT NULL CHECK (insurance ~ '^AAE140:[0-9]{3}$'),
    period            text NOT NULL CHECK (period ~ '^[0-9]{4}-[0-9]{2}$'),
    base_fen          bigint NOT NULL CHECK (base_fen > 0),
    amount_fen        bigint NOT NULL CHECK (amount_fen > 0),
    serial            text NOT NULL,
    state             text NOT NULL CHECK (state IN ('ACCEPTED', 'IN_PROCESS', 'CONFIRMED', 'REFUSED')),
    refusal           text,
    province_receipt  text,
    booked_at         timestamptz,
    accepted_at       timestamptz NOT NULL,
    settled_at        timestamptz,
    CONSTRAINT withholding_serial_unique UNIQUE (serial),
    CONSTRAINT withholding_reference_unique UNIQUE (client_id, partner_reference),
    CONSTRAINT withholding_outcome CHECK (
        (state = 'CONFIRMED') = (province_receipt IS NOT NULL) AND (state = 'REFUSED') = (refusal IS NOT NULL)
        AND (state IN ('CONFIRMED', 'REFUSED')) = (settled_at IS NOT NULL))
);

-- One month of one insurance of one person, over all partners and provinces; what was refused counts for nothing.
CREATE UNIQUE INDEX withholding_period_unique ON withholding (person_id, insurance, period) WHERE state <> 'REFUSED';

-- One for each way of listing: newest first, by keyset.
CREATE INDEX withholding_newest ON withholding (client_id, accepted_at DESC, id DESC);
CREATE INDEX withholding_by_worker ON withholding (client_id, worker_id, accepted_at DESC, id DESC);
CREATE INDEX withholding_by_period ON withholding (client_id, period, accepted_at DESC, id DESC);
CREATE INDEX withholding_by_state ON withholding (client_id, state, accepted_at DESC, id DESC);
CREATE INDEX withholding_by_mandate ON withholding (mandate_id);
