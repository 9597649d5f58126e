-- A bank's rows of a day that is not closed: pages of those that were sent ahead, and page 0, which comes with the closing.
create table counter_reported (
    client_id  text not null references partner,
    day        date not null,
    page       integer not null check (page between 0 and 200),
    place      integer not null,
    reference  text not null,
    operation  text not null check (operation in ('TAKEN', 'CANCELLED')),
    means      text not null check (means in ('CASH', 'CARD')),
    point      text not null,
    operator   text not null,
    amount_fen bigint not null check (amount_fen > 0),
    primary key (client_id, day, page, place)
);
