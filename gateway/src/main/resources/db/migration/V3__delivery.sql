-- What has to be done outside after a commit. Selected by due_at and state, never by a watermark over the id:
-- ids become visible in the order of commits, not of numbers.
create table outbox (
    id bigint generated always as identity primary key,
    kind text not null,
    subject_id text not null,
    lane text not null,
    traceparent text,
    created_at timestamptz not null default now(),
    due_at timestamptz not null default now(),
    attempts integer not null default 0,
    sent_at timestamptz,
    leased_until timestamptz,
    lease_token uuid,
    constraint outbox_subject_unique unique (subject_id, kind)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);

create index outbox_lane_due on outbox (lane, due_at);

-- Who changed what of whose. Appended with the change, chained a moment later by the sealer.
create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    -- One word: program, officer, operator, province or gateway.
    actor_kind text not null,
    actor text not null,
    -- The partner whose data it was; empty where they were several partners' or none's.
    tenant text not null,
    action text not null,
    subject_id text not null,
    facts text not null,
    position bigint,
    previous_hash text,
    hash text,
    constraint audit_position_unique unique (position),
    constraint audit_sealed_whole check (
        (position is null and previous_hash is null and hash is null)
        or (position > 0 and length(previous_hash) = 64 and length(hash) = 64)
    )
);

create index audit_unsealed on audit (id) where position is null;
create index audit_subject on audit (subject_id);

-- Sealing is the only change that a row may see, and it sees it once.
create function audit_refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.position is null and new.position is not null
        and (new.id, new.at, new.actor_kind, new.actor, new.tenant, new.action, new.subject_id, new.facts)
            is not distinct from
            (old.id, old.at, old.actor_kind, old.actor, old.tenant, old.action, old.subject_id, old.facts) then
        return new;
    end if;
    raise exception 'the audit log is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger audit_append_only before update or delete on audit
    for each row execute function audit_refuse_change();
create trigger audit_no_truncate before truncate on audit
    for each statement execute function audit_refuse_change();

create table webhook_endpoint (
    id text primary key,
    client_id text not null,
    url text not null,
    events text not null, -- event types, comma separated
    created_at timestamptz not null
);

create index webhook_endpoint_client on webhook_endpoint (client_id, created_at);

-- The body is kept as the octets that are signed and sent, the same on every try.
create table webhook_event (
    id text primary key,
    client_id text not null,
    type text not null,
    body bytea not null,
    created_at timestamptz not null
);

create index webhook_event_created on webhook_event (created_at);

create table webhook_delivery (
    id text primary key,
    event_id text not null references webhook_event (id) on delete cascade,
    endpoint_id text not null,
    state text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'FAILED', 'DROPPED')),
    created_at timestamptz not null,
    settled_at timestamptz
);

create index webhook_delivery_event on webhook_delivery (event_id);
