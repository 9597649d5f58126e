-- What changes bears a number that rises by each of its changes, so that of two answers, or an answer and an event, a
-- partner can tell the older one. Every statement that updates these tables counts it; a test reads them.
alter table worker add column revision bigint not null default 1 check (revision > 0);
alter table enrolment add column revision bigint not null default 1 check (revision > 0);
alter table mandate add column revision bigint not null default 1 check (revision > 0);
alter table withholding add column revision bigint not null default 1 check (revision > 0);
