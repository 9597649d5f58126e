-- What the agency is told of: a partner that asks for more than its work can need, one row a day.
create table partner_alert (
    client_id text not null,
    kind text not null check (kind in ('IDENTITY_ATTEMPTS', 'STATUS_LOOKS')),
    day date not null,
    refusals bigint not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    constraint partner_alert_unique primary key (client_id, kind, day)
);

create index partner_alert_newest on partner_alert (last_at desc);

-- Names that did not belong to their numbers, by partner.
create index enrolment_mismatch on enrolment (client_id, updated_at) where refusal = 'province-identity-mismatch';

-- All of a person at a province, whoever asked.
create index enrolment_by_person on enrolment (person_id, province) where state <> 'REFUSED';
