-- Whether the worker consents that the platform makes up what is missing of a month near its cut-off.
alter table mandate add column payout_makes_up boolean not null default false,
    add constraint mandate_makes_up check (payout_base_fen is not null or not payout_makes_up);
