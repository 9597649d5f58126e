-- A province that is a PostgreSQL and its functions alone: each row is answered before anyone can see it.
create schema jk;
create table jk.person (no bigserial primary key, id_no text unique, full_name text);
create table jk.paid (voucher bigserial primary key, person bigint, month text, fee numeric, unique (person, month));
create table jk.request (
  no bigserial primary key, serial_no text, trade text, agent text, sent text, done text not null default '0', id_no text,
  full_name text, sex text, born date, person_no text, kind text, month text, wage numeric(18, 4), fee numeric(18, 4),
  booked_on date, page integer, answered_no text, code text, words text, member_no text, voucher text, booked_fee numeric(18, 4), booked text);
create table jk.cover (
  serial_no text, kind text, state text, through text, booked_on date, times integer, fee numeric(18, 4), of_serial text);

create function jk.enrol(r jk.request) returns jk.request language plpgsql as $$
declare
  known jk.person;
begin
  insert into jk.person (id_no, full_name) values (r.id_no, r.full_name) on conflict do nothing;
  select * into known from jk.person where id_no = r.id_no;
  if known.full_name = r.full_name and to_char(r.born, 'YYYYMMDD') = substr(r.id_no, 7, 8)
      and r.sex = (2 - substr(r.id_no, 17, 1)::int % 2)::text then
    r.code := 'ok';
    r.member_no := 'JP' || lpad(known.no::text, 8, '0');
  else
    r.code := 'name';
  end if;
  return r;
end $$;

create function jk.collect(r jk.request) returns jk.request language plpgsql as $$
declare
  known jk.person;
begin
  select * into known from jk.person where 'JP' || lpad(no::text, 8, '0') = r.person_no;
  if not found then
    r.code := 'nobody';
  elsif known.full_name <> r.full_name then
    r.code := 'name';
  elsif r.fee * 5 <> r.wage or r.kind <> 'pension' then
    r.code := 'amount';
  elsif exists (select from jk.paid where person = known.no and month = r.month) then
    r.code := 'paid';
  else
    insert into jk.paid (person, month, fee) values (known.no, r.month, r.fee) returning 'V' || paid.voucher into r.voucher;
    r.code := 'ok';
    r.booked_fee := r.fee;
    r.booked := to_char(now() at time zone 'Asia/Shanghai', 'YYYYMMDDHH24MISS');
  end if;
  return r;
end $$;

-- What its books of days tell wrongly: lost, twice, other (amount), or strange, which nobody asked for.
create table jk.mistake (kind text, serial_no text, fee numeric(18, 4), booked_on date);

create function jk.of_day(day date) returns table (no bigint, serial_no text, booked_fee numeric) language sql as $$
  with booked as (
    select r.no, r.serial_no, r.booked_fee from jk.request r
    where r.trade = 'collect' and r.code = 'ok' and left(r.booked, 8) = to_char(day, 'YYYYMMDD'))
  select b.no, b.serial_no, coalesce(other.fee, b.booked_fee)
    from booked b left join jk.mistake other on other.serial_no = b.serial_no and other.kind = 'other'
    where b.serial_no not in (select lost.serial_no from jk.mistake lost where lost.kind = 'lost')
  union all
  select b.no, b.serial_no, b.booked_fee
    from booked b join jk.mistake twice on twice.serial_no = b.serial_no and twice.kind = 'twice'
  union all
  select 0, strange.serial_no, strange.fee from jk.mistake strange where strange.kind = 'strange' and strange.booked_on = day
$$;

create function jk.answer() returns trigger language plpgsql security definer as $$
begin
  new.answered_no := new.serial_no;
  if new.trade = 'enrol' then
    new := jk.enrol(new);
  elsif new.trade = 'collect' then
    new := jk.collect(new);
  elsif new.trade = 'sums' then
    insert into jk.cover (serial_no, kind, booked_on, times, fee)
      select new.serial_no, 'pension', new.booked_on, count(*), sum(booked_fee) from jk.of_day(new.booked_on) having count(*) > 0;
    new.code := 'ok';
  elsif new.trade = 'items' then
    insert into jk.cover (serial_no, booked_on, of_serial, fee)
      select new.serial_no, new.booked_on, b.serial_no, b.booked_fee from jk.of_day(new.booked_on) b
      order by b.no, b.serial_no limit 5 offset 5 * (new.page - 1);
    new.code := 'ok';
  else
    insert into jk.cover (serial_no, kind, state, through) select new.serial_no, 'pension', 'active', max(month) from jk.paid
      where 'JP' || lpad(person::text, 8, '0') = new.person_no;
    new.code := 'ok';
  end if;
  new.done := case new.code when 'ok' then '2' else '9' end;
  return new;
end $$;
create trigger answer before insert on jk.request for each row execute function jk.answer();

create role tongban_89 login password 'secret-of-89';
grant usage on schema jk to tongban_89;
grant insert, select on jk.request to tongban_89;
grant usage on sequence jk.request_no_seq to tongban_89;
grant select on jk.cover to tongban_89;
