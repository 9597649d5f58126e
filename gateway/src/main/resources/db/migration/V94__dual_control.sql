-- Signing keys of banks' operators. None is ever removed or given to another: what was signed once is shown with its key.
create table counter_operator_key (
    client_id    text not null,
    kid          text not null,
    staff_number text not null,
    thumbprint   text not null,
    jwk          text not null,
    added_at     timestamptz not null,
    retired_at   timestamptz,
    primary key (client_id, kid),
    constraint counter_operator_key_own unique (client_id, thumbprint),
    foreign key (client_id, staff_number) references counter_operator
);

create unique index counter_operator_key_in_force on counter_operator_key (client_id, staff_number)
    where retired_at is null;
create index counter_operator_key_by_kid on counter_operator_key (kid);

-- What a maker asked for, as it was signed, until a checker signs it; body is encrypted.
create table approval (
    id                text primary key,
    state             text not null check (state in ('PENDING', 'CONFIRMED', 'WITHDRAWN', 'EXPIRED')),
    client_id         text not null references partner,
    operation         text not null,
    rule              text not null,
    reference         text not null,
    worker_id         text not null,
    amount_fen        bigint not null,
    point             text not null,
    method            text not null,
    target_uri        text not null,
    content_digest    text not null,
    content_type      text not null,
    idempotency_key   text not null,
    counter_context   text not null,
    body              bytea not null,
    maker             text not null,
    maker_kid         text not null,
    maker_nonce       text not null,
    maker_input       text not null,
    maker_signature   text not null,
    checker           text,
    checker_kid       text,
    checker_input     text,
    checker_signature text,
    effect_id         text,
    opened_at         timestamptz not null,
    expires_at        timestamptz not null,
    closed_at         timestamptz,
    constraint approval_closed check ((state = 'PENDING') = (closed_at is null)),
    constraint approval_pair check (
        (state = 'CONFIRMED') = (checker is not null) and (checker is null) = (checker_kid is null)
        and (checker is null) = (checker_input is null) and (checker is null) = (checker_signature is null)
        and (checker is null) = (effect_id is null)),
    -- The last word, whatever a program above forgets.
    constraint approval_two_people check (checker <> maker)
);

-- A maker waits with one at a time: for this reference, for this worker, under this key.
create unique index approval_pending_reference on approval (client_id, operation, reference) where state = 'PENDING';
create unique index approval_pending_worker on approval (client_id, operation, worker_id) where state = 'PENDING';
create unique index approval_pending_key on approval (client_id, idempotency_key) where state = 'PENDING';
-- A signature that was withdrawn or has expired opens nothing again, at any node.
create unique index approval_maker_nonce on approval (client_id, maker_kid, maker_nonce);
create index approval_by_key on approval (client_id, idempotency_key, opened_at desc);
create index approval_by_client on approval (client_id, id desc);
create index approval_pending on approval (client_id, id desc) where state = 'PENDING';
create index approval_to_expire on approval (expires_at) where state = 'PENDING';
