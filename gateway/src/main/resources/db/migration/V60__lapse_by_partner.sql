-- Of a lapse each partner is warned by what it may know itself, so each has its own row of LAPSING. Those of before said
-- the same to all; whoever is still to be warned of such a lapse is warned once more.
drop index cover_event_lapsing_unique;
delete from cover_event where type = 'LAPSING';
alter table cover_event
    add column client_id text,
    add constraint cover_event_told check ((client_id is null) = (type <> 'LAPSING'));
create unique index cover_event_lapsing_unique on cover_event (person_id, province, insurance, day, client_id)
    where type = 'LAPSING';
