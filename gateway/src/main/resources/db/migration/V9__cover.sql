-- What partners were told of the cover of a person: each once. LAPSING bears the day of the lapse, the others the day
-- on which they were seen. The last one that is not LAPSING says how it stood then.
create table cover_event (
    person_id text not null references person,
    province text not null,
    insurance text not null,
    type text not null check (type in ('STARTED', 'LAPSING', 'LAPSED', 'RESUMED')),
    day date not null,
    created_at timestamptz not null,
    constraint cover_event_unique primary key (person_id, province, insurance, type, day)
);

-- One row a run; its cursor moves in the transaction that tells, so that a run that was cut off goes on where it was.
create table cover_run (
    slot timestamptz primary key,
    after_person text not null default '',
    persons bigint not null default 0,
    events bigint not null default 0,
    finished_at timestamptz
);
