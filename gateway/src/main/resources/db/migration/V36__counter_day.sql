-- A bank's days, as they were closed and signed. What a province decides is booked on the day that is open then.
create table counter_day (
    client_id text not null references partner,
    day       date not null,
    csv       text not null,
    jws       text not null,
    closed_at timestamptz not null,
    primary key (client_id, day)
);

-- What became of each part of a payment, on the day of the bank's books on which it was drawn into them.
create table counter_outcome (
    payment_id text not null references counter_payment,
    insurance  text not null,
    operation  text not null check (operation in ('CONFIRMED', 'RETURNED')),
    client_id  text not null references partner,
    day        date not null,
    amount_fen bigint not null check (amount_fen > 0),
    primary key (payment_id, insurance, operation)
);

create index counter_outcome_by_day on counter_outcome (client_id, day);

create index counter_payment_by_cancelled_day on counter_payment (client_id, cancelled_day) where cancelled_day is not null;

-- The state that the books of a counter have drawn; absent of what no counter took. The index holds what is still to be
-- drawn and nothing else, however long the history is.
alter table contribution_part
    add column booked_state text check (booked_state in ('HELD', 'PAID', 'TO_RETURN'));

create index contribution_part_to_book on contribution_part (client_id) where booked_state <> state;
