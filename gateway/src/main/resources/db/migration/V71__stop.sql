-- What the agency stopped. partner is empty for partners and operations, of which the subject alone says which.
create table stop (
    id          text primary key,
    kind        text not null check (kind in ('PARTNER', 'POINT', 'OPERATOR', 'OPERATION')),
    partner     text not null,
    subject     text not null,
    reason      text not null,
    placed_at   timestamptz not null,
    placed_by   text not null,
    released_at timestamptz,
    released_by text,
    constraint stop_released_whole check ((released_at is null) = (released_by is null))
);

create unique index stop_in_force on stop (kind, partner, subject) where released_at is null;
