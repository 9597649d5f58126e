-- Places where workers are served by people. Whoever changes some raises the revision in the same transaction, so that
-- every node knows what to read anew.
create table service_point_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);
insert into service_point_revision (revision) values (0);

create table service_point (
    id         text primary key,
    client_id  text not null references partner,
    reference  text not null,
    parent     text,
    kind       text not null check (kind in ('BRANCH', 'COUNTER', 'TERMINAL')),
    level      text not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    name       text not null,
    address    text not null,
    division   text not null check (division ~ '^[1-9][0-9]{5}$'),
    latitude   double precision not null check (latitude between -90 and 90),
    longitude  double precision not null check (longitude between -180 and 180),
    hours      text not null,
    services   text not null,
    languages  text not null,
    state      text not null check (state in ('ACTIVE', 'CLOSED')),
    revision   bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint service_point_reference_unique unique (client_id, reference),
    constraint service_point_parent foreign key (client_id, parent) references service_point (client_id, reference)
        deferrable initially deferred,
    constraint service_point_counter check (kind <> 'COUNTER' or parent is not null)
);

create index service_point_changed on service_point (revision);
