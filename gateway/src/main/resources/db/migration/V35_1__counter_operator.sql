-- A bank's people at its counters, by the bank's own staff numbers. points: references of service points, between blanks.
create table counter_operator (
    client_id    text not null references partner,
    staff_number text not null,
    role         text not null check (role in ('TELLER', 'SUPERVISOR', 'AUDITOR')),
    state        text not null check (state in ('ACTIVE', 'SUSPENDED')),
    points       text not null,
    changed_at   timestamptz not null,
    primary key (client_id, staff_number)
);
