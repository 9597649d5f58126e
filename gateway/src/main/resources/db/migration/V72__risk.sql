-- What rules of risk count, over all nodes: one row for each scope and window, gone a day after its window.
create table risk_counter (
    key     text primary key,
    ends_at timestamptz not null,
    number  bigint not null,
    fen     bigint not null
);

create index risk_counter_ended on risk_counter (ends_at);

-- What a rule kept from happening, until a person decides; an approval is good for one effect in the same words.
create table risk_case (
    id         text primary key,
    state      text not null check (state in ('HELD', 'REFUSED', 'APPROVED', 'REJECTED', 'USED')),
    rule       text not null,
    client_id  text not null references partner,
    operation  text not null,
    reference  text not null,
    worker_id  text not null,
    mandate_id text not null,
    amount_fen bigint not null,
    operator   text not null,
    point      text not null,
    opened_at  timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    note       text,
    constraint risk_case_decided check (
        (state in ('HELD', 'REFUSED')) = (decided_at is null)
        and (decided_at is null) = (decided_by is null) and (decided_at is null) = (note is null))
);

create unique index risk_case_held on risk_case (client_id, operation, reference) where state = 'HELD';
-- Whoever asks again for what was refused leaves one case.
create unique index risk_case_refused on risk_case (client_id, operation, reference, rule) where state = 'REFUSED';
create index risk_case_approved on risk_case (client_id, reference) where state = 'APPROVED';
create index risk_case_by_state on risk_case (state, id desc);
create index risk_case_to_remove on risk_case (opened_at) where state <> 'HELD';
