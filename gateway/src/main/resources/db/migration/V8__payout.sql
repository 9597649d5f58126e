-- Contributions that are held back from payouts as they are earned. The month of an insurance belongs to the person; each
-- platform has its parts in it.

-- What a worker allowed for payouts; all three, or the mandate is for direct withholdings only.
alter table mandate
    add column payout_base_fen bigint check (payout_base_fen > 0),
    add column payout_share_percent integer check (payout_share_percent between 1 and 100),
    add column payout_most_percent integer check (payout_most_percent between 1 and 100),
    add constraint mandate_payout_terms check (
        (payout_base_fen is null) = (payout_share_percent is null)
        and (payout_base_fen is null) = (payout_most_percent is null));

-- A month that is collected is a withholding from its first part on, so that the same index keeps others away; it is sent
-- by its outbox row, which comes when it is closed.
alter table withholding
    drop constraint withholding_state_check,
    add constraint withholding_state_check check (
        state in ('COLLECTING', 'ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW', 'CONFIRMED', 'REFUSED', 'REVERSED'));

-- One row orders all parts of a month: whoever adds one holds it. held_by has what each client holds, by client id.
create table contribution_month (
    id             text primary key,
    person_id      text not null references person,
    insurance      text not null check (insurance ~ '^AAE140:[0-9]{3}$'),
    period         text not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    province       text not null,
    base_fen       bigint not null check (base_fen > 0),
    due_fen        bigint not null check (due_fen >= 0),
    held_fen       bigint not null check (held_fen between 0 and due_fen),
    held_by        jsonb not null,
    rule           text not null,
    mark           text not null check (mark in ('OFFICIAL', 'THIRD_PARTY', 'ASSUMED')),
    known_at       date not null,
    cut_off        date not null,
    closes_at      timestamptz not null,
    state          text not null check (state in ('COLLECTING', 'SENT', 'PAID', 'RETURNED')),
    -- Absent once it is dissolved without having been sent.
    withholding_id text references withholding deferrable initially deferred,
    opened_at      timestamptz not null,
    changed_at     timestamptz not null,
    constraint contribution_month_unique unique (person_id, insurance, period),
    constraint contribution_month_withholding_unique unique (withholding_id),
    constraint contribution_month_sent check (state = 'RETURNED' or withholding_id is not null)
);

create index contribution_month_closing on contribution_month (closes_at, id) where state = 'COLLECTING';

create table payout (
    id                text primary key,
    client_id         text not null,
    partner_reference text not null,
    worker_id         text not null references worker,
    mandate_id        text not null references mandate,
    paid_on           date not null,
    earned_fen        bigint not null check (earned_fen > 0),
    reported_at       timestamptz not null,
    constraint payout_reference_unique unique (client_id, partner_reference)
);

create index payout_newest on payout (client_id, id desc);
create index payout_by_worker on payout (client_id, worker_id, id desc);

-- What a platform was told, with the rule as it was told then.
create table contribution_part (
    payout_id   text not null references payout,
    insurance   text not null,
    month_id    text not null references contribution_month,
    client_id   text not null,
    mandate_id  text not null references mandate,
    period      text not null,
    cut_off     date not null,
    amount_fen  bigint not null check (amount_fen >= 0),
    own_fen     bigint not null check (own_fen >= amount_fen),
    share_fen   bigint not null check (share_fen >= 0),
    rule        text not null,
    source      text not null,
    provisional boolean not null,
    state       text not null check (state in ('HELD', 'PAID', 'TO_RETURN')),
    reason      text,
    settled_at  timestamptz,
    constraint contribution_part_unique primary key (payout_id, insurance),
    constraint contribution_part_outcome check (
        (state = 'TO_RETURN') = (reason is not null) and (state = 'HELD') = (settled_at is null))
);

create index contribution_part_by_month on contribution_part (month_id);
create index contribution_part_by_mandate on contribution_part (mandate_id) where state = 'HELD';
