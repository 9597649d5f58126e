-- In a sandbox: what a request asked to go wrong, what did, and digests by which it is known again. Null in production.
alter table request_log
    add column scenario_asked text,
    add column scenario_met text,
    add column request_digest text, -- of method, target and body
    add column key_digest text; -- of the idempotency key

create index request_log_marked on request_log (client_id, at, id) where request_digest is not null;

-- Runs in which partners show that their programs are right; what they sent is in request_log.
create table certification (
    id text primary key,
    client_id text not null,
    suite text not null,
    suite_version text not null,
    started_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz,
    report text -- compact JWS
);

create unique index certification_running on certification (client_id) where ended_at is null;
create index certification_started on certification (started_at); -- to remove what is old
