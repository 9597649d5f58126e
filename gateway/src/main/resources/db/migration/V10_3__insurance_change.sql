-- What was changed of a person's insurances at a province, and corrections of name and mobile there. Each reaches the
-- province once by its serial; those of one order have one reference, the first of them keeps others from it.
create table insurance_change (
    id                text primary key,
    -- In the order of acceptance.
    number            bigint generated always as identity,
    client_id         text not null,
    -- An order has the partner's reference, what was chosen at a registration the id of the enrolment: neither keeps the
    -- other from its own.
    origin            text not null check (origin in ('ORDER', 'REGISTRATION')),
    partner_reference text not null,
    position          integer not null check (position >= 0),
    person_id         text not null references person,
    worker_id         text not null references worker,
    enrolment_id      text not null references enrolment,
    province          text not null,
    change            text not null check (change in ('ENROL', 'CHANGE_BASE', 'PAUSE', 'RESUME', 'END', 'CORRECT')),
    insurance         text check (insurance ~ '^AAE140:[0-9]{3}$'),
    from_month        text check (from_month ~ '^[0-9]{4}-[0-9]{2}$'),
    base_fen          bigint check (base_fen > 0),
    -- Personal, and encrypted; of a correction only.
    name              bytea,
    mobile            bytea,
    consent_reference text not null,
    serial            text not null,
    state             text not null check (state in ('ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW', 'CONFIRMED', 'REFUSED')),
    refusal           text,
    province_receipt  text,
    accepted_at       timestamptz not null,
    settled_at        timestamptz,
    revision          bigint not null default 1,
    constraint insurance_change_serial_unique unique (serial),
    constraint insurance_change_whole check (
        (change = 'CORRECT') = (insurance is null) and (insurance is null) = (from_month is null)
        and (base_fen is not null) = (change in ('ENROL', 'CHANGE_BASE'))
        and (name is not null or mobile is not null) = (change = 'CORRECT'))
);

create unique index insurance_change_reference_unique on insurance_change (client_id, origin, partner_reference)
    where position = 0;
create index insurance_change_person on insurance_change (person_id, id) where state <> 'REFUSED';
create index insurance_change_worker on insurance_change (worker_id, id desc);
