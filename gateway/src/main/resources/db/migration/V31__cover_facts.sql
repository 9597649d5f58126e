-- What provinces say is paid though it was not paid through the gateway. A month that a province refused because it is
-- paid is one; the last month of a status answer is the other, and the next answer takes its place.
create table paid_there (
    person_id text not null references person,
    province text not null,
    insurance text not null,
    period text not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    said_at timestamptz not null,
    constraint paid_there_unique primary key (person_id, province, insurance, period)
);

create table paid_through_there (
    person_id text not null references person,
    province text not null,
    insurance text not null,
    paid_through text not null check (paid_through ~ '^[0-9]{4}-[0-9]{2}$'),
    said_at timestamptz not null,
    constraint paid_through_there_unique primary key (person_id, province, insurance)
);

-- What is told of the state of cover is counted for each person and insurance, so that two nodes on two sides of midnight
-- cannot tell the same twice, and the same can be told again once it has happened again. LAPSING is told once for a day.
alter table cover_event
    drop constraint cover_event_unique,
    add column nth integer;

update cover_event set nth = counted.nth
  from (select person_id, province, insurance, type, day,
               row_number() over (partition by person_id, province, insurance order by day, created_at) as nth
          from cover_event where type <> 'LAPSING') counted
 where cover_event.person_id = counted.person_id and cover_event.province = counted.province
   and cover_event.insurance = counted.insurance and cover_event.type = counted.type and cover_event.day = counted.day;

alter table cover_event add constraint cover_event_counted check ((nth is null) = (type = 'LAPSING'));
create unique index cover_event_state_unique on cover_event (person_id, province, insurance, nth) where type <> 'LAPSING';
create unique index cover_event_lapsing_unique on cover_event (person_id, province, insurance, day) where type = 'LAPSING';
