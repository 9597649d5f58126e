-- What the agency lets pass to a province; a province without a row is RUNNING. Who changed what, and when, in full,
-- stands in the audit log.
create table province_control (
    province text primary key check (province ~ '^[0-9]{2}$'),
    state text not null check (state in ('RUNNING', 'PAUSED', 'DRAINING')),
    reason text not null,
    changed_at timestamptz not null,
    changed_by text not null
);
