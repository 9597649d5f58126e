-- What partners asked and were answered, for themselves to see. Written in sets, beside the requests; lost lines of a
-- node that is killed are lost.
create table request_log (
    id text primary key,
    client_id text not null,
    at timestamptz not null,
    method text not null,
    route text not null,
    subject_id text,
    status integer not null,
    code text,
    trace_id text not null,
    millis bigint not null,
    note bytea -- encrypted: where the problem lies, and the signature base
);

create index request_log_client on request_log (client_id, id);
create index request_log_trace on request_log (client_id, trace_id);
create index request_log_subject on request_log (client_id, subject_id, id) where subject_id is not null;
create index request_log_at on request_log (at);
