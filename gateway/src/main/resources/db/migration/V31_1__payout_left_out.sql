-- Insurances of the mandate of which nothing could be taken from the payout, each with why: AAE140:310=rule-unknown,...
alter table payout add column left_out text not null default '';

-- A month that cannot be closed is tried again later, behind those that can: closes_at is when it is tried next.
alter table contribution_month add column unclosed_since timestamptz;
create index contribution_month_unclosed on contribution_month (unclosed_since)
    where state = 'COLLECTING' and unclosed_since is not null;
