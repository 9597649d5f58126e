-- What the worker chose to be enrolled for once the province has registered the worker: AAE140:110=551000,... in fen.
alter table enrolment add column insurances text not null default '';
