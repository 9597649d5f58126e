-- What a platform refunds a worker of a month, as it was computed when it was claimed.
create table subsidy_claim (
    id                text primary key,
    client_id         text not null,
    partner_reference text not null,
    person_id         text not null references person,
    worker_id         text not null references worker,
    insurance         text not null check (insurance ~ '^AAE140:[0-9]{3}$'),
    period            text not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    province          text not null check (province ~ '^[0-9]{2}$'),
    proved_by         text not null check (proved_by in ('GATEWAY', 'PROVINCE')),
    confirmed_at      timestamptz not null,
    work_place        text not null check (work_place ~ '^[0-9]{6}$'),
    floor_base_fen    bigint not null check (floor_base_fen > 0),
    months_reached    integer not null check (months_reached > 0),
    amount_fen        bigint not null check (amount_fen > 0),
    rule              text not null,
    source            text not null,
    mark              text not null check (mark in ('OFFICIAL', 'THIRD_PARTY', 'ASSUMED')),
    provisional       boolean not null,
    consent_reference text not null,
    claimed_at        timestamptz not null,
    constraint subsidy_claim_reference_unique unique (client_id, partner_reference),
    constraint subsidy_claim_month_unique unique (client_id, person_id, insurance, period)
);

create index subsidy_claim_worker on subsidy_claim (worker_id, id desc);
