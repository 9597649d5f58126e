-- What stays with the worker of each payout, and the worker's own limit over all platforms. The limit is said in a mandate
-- and holds for the person: of all that the person said in mandates in force the least.
alter table mandate
    add column payout_floor_fen bigint not null default 0 check (payout_floor_fen >= 0),
    add column payout_limit_fen bigint check (payout_limit_fen > 0),
    add constraint mandate_payout_limits check (
        payout_base_fen is not null or (payout_floor_fen = 0 and payout_limit_fen is null));

create index mandate_limit on mandate (worker_id) where payout_limit_fen is not null and revoked_at is null;
create index worker_by_person on worker (person_id);

-- What a platform may hold back while it is offline, as it was told and signed.
create table payout_instruction (
    id           text primary key,
    client_id    text not null,
    worker_id    text not null references worker,
    mandate_id   text not null references mandate,
    period       text not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    cut_off      date not null,
    rate_percent integer not null check (rate_percent between 1 and 100),
    floor_fen    bigint not null check (floor_fen >= 0),
    cap_fen      bigint not null check (cap_fen >= 0),
    valid_from   timestamptz not null,
    valid_until  timestamptz not null,
    constraint payout_instruction_time check (valid_from < valid_until)
);

-- By which instruction something was held back before the payout was reported, and how much.
alter table payout
    add column instruction_id text references payout_instruction,
    add column kept_fen bigint check (kept_fen >= 0),
    add constraint payout_kept check ((instruction_id is null) = (kept_fen is null));

-- What goes back of a payout while the rest of it stays held. What never came to count for an insurance names none; else
-- the part has so much less.
create table contribution_return (
    id          text primary key,
    payout_id   text not null references payout,
    insurance   text,
    amount_fen  bigint not null check (amount_fen > 0),
    reason      text not null,
    returned_at timestamptz not null
);

create index contribution_return_by_payout on contribution_return (payout_id);
