-- What workers pay at counters. The money stands in the books of months as a payout of which all is for contributions;
-- here is where, by whom and how it was taken.
alter table payout
    add column origin text not null default 'EARNINGS' check (origin in ('EARNINGS', 'COUNTER'));

-- One row a bank: who books something holds it shared, who closes a day holds it alone.
create table counter_books (
    client_id      text primary key references partner,
    closed_through date
);

create table counter_payment (
    id              text primary key,
    client_id       text not null references partner,
    payout_id       text not null references payout deferrable initially deferred,
    amount_fen      bigint not null check (amount_fen > 0),
    means           text not null check (means in ('CASH', 'CARD')),
    point           text not null,
    operator        text not null,
    session         text not null,
    identified      text not null,
    receipt_code    text not null,
    day             date not null,
    taken_at        timestamptz not null,
    cancelled_at    timestamptz,
    cancelled_day   date,
    cancelled_by    text,
    cancelled_point text,
    constraint counter_payment_payout_unique unique (payout_id),
    constraint counter_payment_receipt_unique unique (receipt_code),
    constraint counter_payment_cancelled_whole check (
        (cancelled_at is null) = (cancelled_day is null)
        and (cancelled_at is null) = (cancelled_by is null)
        and (cancelled_at is null) = (cancelled_point is null))
);

create index counter_payment_by_day on counter_payment (client_id, day);
