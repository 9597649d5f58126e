-- Events for those who ask. A position is given after the commit, to what is seen then and has none, so that nobody
-- who reads in the order of positions passes over what was committed late.
alter table webhook_event add column position bigint;
-- What it is about, for the timeline of that.
alter table webhook_event add column subject_id text;

create index webhook_event_unnumbered on webhook_event (client_id, created_at, id) where position is null;
create unique index webhook_event_position on webhook_event (client_id, position) include (created_at)
    where position is not null;

create index webhook_event_client on webhook_event (client_id, created_at, id);
create index webhook_event_subject on webhook_event (client_id, subject_id) where subject_id is not null;

-- What is on its way to an endpoint, so that it is not sent beside itself.
create index webhook_delivery_pending on webhook_delivery (endpoint_id, event_id) where state = 'PENDING';

create table event_feed (
    client_id text primary key,
    last_position bigint not null default 0
);
