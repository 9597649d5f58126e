-- Delivery that waits: for its turn, for a province that is closed, for tomorrow's file, for a person.

-- What must go out one after the other bears the same key: a row is leased only when no older one of its key is left.
alter table outbox add column order_key text;

-- With the id, so that rows of one instant need no sorting before the first one is taken.
drop index outbox_lane_due;
create index outbox_lane_due on outbox (lane, due_at, id);

create index outbox_order on outbox (order_key, id) where order_key is not null;

-- A person settles it after asking the province; the province took back what it had booked.
alter table withholding
    add column reversed_at timestamptz,
    drop constraint withholding_state_check,
    drop constraint withholding_outcome,
    add constraint withholding_state_check check (
        state in ('ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW', 'CONFIRMED', 'REFUSED', 'REVERSED')),
    -- What was reversed before its booking was heard of has no receipt.
    add constraint withholding_outcome check (
        (state <> 'CONFIRMED' or province_receipt is not null)
        and (state in ('CONFIRMED', 'REVERSED') or province_receipt is null)
        and (state = 'REFUSED') = (refusal is not null)
        and (state = 'REVERSED') = (reversed_at is not null)
        and (state in ('CONFIRMED', 'REFUSED', 'REVERSED')) = (settled_at is not null));

-- What was reversed counts for nothing either: the month is free again.
drop index withholding_period_unique;
create unique index withholding_period_unique on withholding (person_id, insurance, period)
    where state not in ('REFUSED', 'REVERSED');

-- The partner that asked first; others may have joined.
alter table enrolment
    add column client_id text,
    drop constraint enrolment_state_check,
    add constraint enrolment_state_check check (state in ('PENDING', 'AWAITING_REVIEW', 'ENROLLED', 'REFUSED'));

update enrolment e set client_id = (
    select w.client_id from enrolment_worker j join worker w on w.id = j.worker_id
     where j.enrolment_id = e.id order by j.created_at, j.worker_id limit 1);

alter table enrolment alter column client_id set not null;

-- What was done about a subject, oldest first. Equal steps in a row are one.
create table delivery_step (
    subject_id text not null,
    seq integer not null,
    what text not null,
    outcome text,
    cause text,
    at timestamptz not null,
    last_at timestamptz not null,
    times integer not null,
    constraint delivery_step_unique primary key (subject_id, seq)
);

-- What only a person can settle.
create table review_task (
    id text primary key,
    province text not null,
    kind text not null,
    subject_id text not null,
    client_id text not null,
    reason text not null,
    sent_at timestamptz, -- when the command was first sent, if ever: to send again is to inquire first
    opened_at timestamptz not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'SETTLED')),
    outcome text check (outcome in ('BOOKED', 'NOT_BOOKED', 'SEND_AGAIN')),
    settled_at timestamptz,
    settled_by text,
    note text,
    constraint review_task_settled_whole check (
        (state = 'SETTLED') = (settled_at is not null)
        and (settled_at is null) = (outcome is null) and (settled_at is null) = (settled_by is null))
);

create unique index review_task_open_unique on review_task (subject_id) where state = 'OPEN';
create index review_task_listing on review_task (state, id);

-- Lines that wait for their file, and the files that carry them. The text of a line is personal, and encrypted.
create table spool_file (
    province text not null,
    kind text not null,
    day text not null,
    number integer not null,
    cut_at timestamptz not null default now(),
    uploaded_at timestamptz,
    done_at timestamptz,
    constraint spool_file_unique primary key (province, kind, day, number)
);

create index spool_file_open on spool_file (province, cut_at) where done_at is null;

create table spool_line (
    id bigint generated always as identity primary key,
    province text not null,
    serial text not null,
    kind text not null,
    text bytea not null,
    put_at timestamptz not null default now(),
    file_day text,
    file_number integer,
    answered_at timestamptz,
    constraint spool_line_serial_unique unique (province, serial),
    constraint spool_line_file foreign key (province, kind, file_day, file_number) references spool_file
);

create index spool_line_waiting on spool_line (province, kind, id) where file_number is null and answered_at is null;
create index spool_line_by_file on spool_line (province, kind, file_day, file_number, id);
create index spool_line_answered on spool_line (answered_at) where answered_at is not null;

-- The node that carries a province's files for a while.
create table spool_transfer_lease (
    province text primary key,
    node uuid not null,
    until timestamptz not null
);
