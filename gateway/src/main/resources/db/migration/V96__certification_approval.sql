-- An agency's word on a certification, for a province. What has ended stays, and is not given again.
create table certification_approval (
    certification_id text not null references certification on delete cascade,
    province text not null,
    contract text not null, -- major version
    approved_by text not null, -- client id of the agency
    approved_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (certification_id, province)
);

create index certification_of_partner on certification (client_id, id); -- to list them
