-- Of two answers, or an answer and an event, the one with the lower number is older. Whatever changes a part of a payout
-- counts the payout's, and by that waits for who changes another part of it; so no two states of it have one number.
alter table payout add column revision bigint not null default 1 check (revision > 0);

-- The same of what the agency and banks change; each is one row.
alter table partner add column revision bigint not null default 1 check (revision > 0);
alter table counter_operator add column revision bigint not null default 1 check (revision > 0);
alter table province_control add column revision bigint not null default 1 check (revision > 0);
