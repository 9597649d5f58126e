-- Each registration is an enrolment of its worker's own, with the name that its partner gave: what one partner does is
-- seen in no other's answer, and a wrong name holds nobody up. That a person is registered at a province once is held
-- by the row that went there.

alter table enrolment
    add column worker_id text references worker,
    add column consent_reference text,
    -- Its command went to the province, or is about to.
    add column at_province boolean not null default false,
    -- Where another enrolment of the person gives the answer: not before this instant.
    add column answer_due timestamptz;

-- Rows were shared until now: the worker that asked first keeps the row, each other one gets a row of its own.
create temporary table shared on commit drop as
    select j.enrolment_id, j.worker_id, j.consent_reference, j.created_at, w.client_id,
           row_number() over (partition by j.enrolment_id order by j.created_at, j.worker_id) as place
      from enrolment_worker j join worker w on w.id = j.worker_id;

update enrolment e
   set worker_id = s.worker_id, consent_reference = s.consent_reference, client_id = s.client_id, at_province = true
  from shared s where s.enrolment_id = e.id and s.place = 1;

insert into enrolment (id, client_id, worker_id, consent_reference, person_id, province, place, citizen_number, name,
                       mobile, serial, state, person_number, refusal, created_at, updated_at)
select 'enr_' || substr(md5(e.id || s.worker_id), 1, 26), s.client_id, s.worker_id, s.consent_reference, e.person_id,
       e.province, e.place, e.citizen_number, e.name, e.mobile, upper(substr(md5('serial' || e.id || s.worker_id), 1, 20)),
       case when e.state = 'AWAITING_REVIEW' then 'PENDING' else e.state end, e.person_number, e.refusal,
       s.created_at, greatest(s.created_at, e.updated_at)
  from enrolment e join shared s on s.enrolment_id = e.id and s.place > 1;

insert into outbox (kind, subject_id, lane, order_key)
select 'province.register', id, 'province:' || province, person_id || ':' || province
  from enrolment where state = 'PENDING' and not at_province;

drop table enrolment_worker;
drop index enrolment_person_province_unique;

alter table enrolment
    alter column worker_id set not null,
    alter column consent_reference set not null;

create unique index enrolment_worker_province_unique on enrolment (worker_id, province) where state <> 'REFUSED';
create index enrolment_by_worker on enrolment (worker_id, province, created_at desc, id desc);

-- A second registration at a province would make a second person number there.
create unique index enrolment_at_province_unique on enrolment (person_id, province)
    where at_province and state <> 'REFUSED';

-- How long a province took lately.
create index enrolment_answered on enrolment (province, updated_at desc)
    where at_province and state in ('ENROLLED', 'REFUSED');
