-- That somebody does not want to be insured: no word of who. Counted by the month in which it was taken down.
create table decline (
    id text primary key,
    client_id text not null,
    partner_reference text not null,
    province text not null,
    sector text not null check (sector ~ '^[A-Z_]{1,40}$'),
    reason text not null check (reason ~ '^[A-Z_]{1,40}$'),
    recorded_at timestamptz not null,
    constraint decline_reference_unique unique (client_id, partner_reference)
);

create index decline_by_client on decline (client_id, recorded_at);
create index decline_by_province on decline (province, recorded_at);
