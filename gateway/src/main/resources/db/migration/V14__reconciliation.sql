-- A province's books of a day against ours (对账).

-- When the province took a booking back, by its own books. Absent where a person found out that nothing is booked:
-- reversed_at is our clock's then, and belongs to no day of the province.
alter table withholding add column taken_back_at timestamptz;
update withholding set taken_back_at = reversed_at;

-- Our books of a day are read by the province's time of booking, and by that of taking back.
create index withholding_by_booking on withholding (province, booked_at) where booked_at is not null;
create index withholding_by_reversal on withholding (province, taken_back_at) where taken_back_at is not null;

create table reconciliation_day (
    province  text not null,
    day       date not null,
    state     text not null default 'OPEN' check (state in ('OPEN', 'AGREED', 'DIFFERS')),
    -- Whoever looks at a day counts it up and moves next_look on; who finds another number has lost the day.
    looks     integer not null default 0,
    -- Of an open day: those at which the sums agreed, and the province did not answer with its list.
    looks_without_list integer not null default 0,
    next_look timestamptz not null,
    -- Why the last look came to nothing, in one word.
    cause     text,
    -- How many rows differ, also of those that are too many for tasks; absent where the province lists none.
    rows      bigint,
    -- The agreed day as a compact JWS.
    statement text,
    settled_at timestamptz,
    overdue   boolean not null default false,
    revision  bigint not null default 1,
    constraint reconciliation_day_unique primary key (province, day),
    constraint reconciliation_day_signed check ((state = 'AGREED') = (statement is not null)),
    constraint reconciliation_day_settled check ((state = 'OPEN') = (settled_at is null))
);

create index reconciliation_day_due on reconciliation_day (next_look) where state <> 'AGREED';

-- What both sides said at the look that settled the day.
create table reconciliation_sum (
    province    text not null,
    day         date not null,
    kind        text not null check (kind in ('WITHHOLD', 'REVERSE')),
    insurance   text not null,
    our_count   bigint not null,
    our_fen     bigint not null,
    their_count bigint not null,
    their_fen   bigint not null,
    constraint reconciliation_sum_unique primary key (province, day, kind, insurance),
    constraint reconciliation_sum_day foreign key (province, day) references reconciliation_day
);

-- The province's list, for as long as it is compared.
create table reconciliation_item (
    province text not null,
    day      date not null,
    kind     text not null,
    serial   text not null,
    fen      bigint not null,
    constraint reconciliation_item_unique primary key (province, day, kind, serial)
);

create table reconciliation_difference (
    id             text primary key,
    province       text not null,
    day            date not null,
    kind           text not null,
    -- '-' of a row about the day as a whole.
    serial         text not null,
    reason         text not null check (reason in (
                       'missing-there', 'unknown-here', 'amount-differs', 'sums-differ')),
    our_fen        bigint,
    their_fen      bigint,
    withholding_id text references withholding,
    found_at       timestamptz not null,
    -- When the books agreed on it after all, or a person said what it is.
    gone_at        timestamptz,
    settled_note   text,
    constraint reconciliation_difference_unique unique (province, day, kind, serial),
    constraint reconciliation_difference_day foreign key (province, day) references reconciliation_day
);
