-- A province inside a MariaDB: an event takes the rows that are new and answers them. Statements end at an empty line.
create database jianhu character set utf8mb4 collate utf8mb4_bin;

create table jianhu.ywsq (
  id bigint auto_increment primary key, lsh varchar(22) check (lsh like 'J-%'), ywlx varchar(8), jgbm varchar(20), tjsj datetime, xzqh char(6),
  zt char(1) not null default '0', sfzh varchar(18), xm varchar(20), sjh varchar(11), grbh varchar(20), xz char(1),
  ny char(6), js bigint, je bigint, dw varchar(18), rq date, yh int, fhm varchar(4), fhxx varchar(100), r_grbh varchar(20),
  r_pzh varchar(20), r_je bigint, r_sj datetime, key (lsh), key (zt));

create table jianhu.ywmx (
  lsh varchar(22), xz char(1), cbzt char(1), zz char(6), bs int, je bigint, ylsh varchar(22), key (lsh));

create table jianhu.people (id bigint auto_increment primary key, sfzh varchar(18) unique, xm varchar(20));

create table jianhu.paid (id bigint auto_increment primary key, person bigint, ny char(6), je bigint, unique (person, ny));

-- What its books of days tell wrongly: lost, twice, other (amount), or strange, which nobody asked for.
create table jianhu.mistake (kind varchar(8), lsh varchar(22), je bigint, rq date);

create view jianhu.booked as
  select d.id, d.lsh, coalesce(other.je, d.r_je) as je, date(d.r_sj) as rq
    from jianhu.ywsq d left join jianhu.mistake other on other.lsh = d.lsh and other.kind = 'other'
    where d.ywlx = 'JH02' and d.fhm = '0' and d.lsh not in (select lsh from jianhu.mistake where kind = 'lost')
  union all
  select d.id, d.lsh, d.r_je, date(d.r_sj)
    from jianhu.ywsq d join jianhu.mistake twice on twice.lsh = d.lsh and twice.kind = 'twice'
    where d.ywlx = 'JH02' and d.fhm = '0'
  union all
  select 0, lsh, je, rq from jianhu.mistake where kind = 'strange';

create function jianhu.person(number varchar(20)) returns bigint reads sql data
  return (select id from jianhu.people where concat('JH', lpad(id, 8, '0')) = number);

create function jianhu.shanghai() returns datetime no sql
  return utc_timestamp() + interval 8 hour;

create procedure jianhu.register(nr bigint)
begin
  declare who, name varchar(20);
  insert ignore into jianhu.people (sfzh, xm) select sfzh, xm from jianhu.ywsq where id = nr;
  select concat('JH', lpad(p.id, 8, '0')), p.xm into who, name
    from jianhu.people p join jianhu.ywsq s on s.sfzh = p.sfzh where s.id = nr;
  update jianhu.ywsq set fhm = if(xm = name, '0', '-2'), r_grbh = who, zt = if(xm = name, '2', '9') where id = nr;
end

create procedure jianhu.withhold(nr bigint)
begin
  declare wrong varchar(4) default '0';
  select case
      when p.id is null then '-1'
      when p.xm <> s.xm then '-2'
      when s.je * 5 <> s.js or s.xz <> 'Y' or s.xzqh <> '330600' then '-3'
      when exists (select 1 from jianhu.paid d where d.person = p.id and d.ny = s.ny) then '-4'
      else '0' end into wrong
    from jianhu.ywsq s left join jianhu.people p on p.id = jianhu.person(s.grbh) where s.id = nr;
  if wrong = '0' then
    insert into jianhu.paid (person, ny, je) select jianhu.person(grbh), ny, je from jianhu.ywsq where id = nr;
    update jianhu.ywsq set fhm = '0', r_pzh = concat('PZ', last_insert_id()), r_je = je, r_sj = jianhu.shanghai(), zt = '2' where id = nr;
  else
    update jianhu.ywsq set fhm = wrong, fhxx = '不能扣缴', zt = '9' where id = nr;
  end if;
end

create procedure jianhu.cover(nr bigint)
begin
  insert into jianhu.ywmx (lsh, xz, cbzt, zz)
    select s.lsh, 'Y', '1', max(d.ny) from jianhu.ywsq s left join jianhu.paid d on d.person = jianhu.person(s.grbh)
    where s.id = nr group by s.lsh;
  update jianhu.ywsq set fhm = '0', zt = '2' where id = nr;
end

create procedure jianhu.totals(nr bigint)
begin
  insert into jianhu.ywmx (lsh, xz, bs, je)
    select s.lsh, 'Y', count(*), sum(d.je) from jianhu.ywsq s join jianhu.booked d on d.rq = s.rq
    where s.id = nr group by s.lsh;
  update jianhu.ywsq set fhm = '0', zt = '2' where id = nr;
end

create procedure jianhu.items(nr bigint)
begin
  declare before_it int default (select (yh - 1) * 5 from jianhu.ywsq where id = nr);
  insert into jianhu.ywmx (lsh, ylsh, je)
    select s.lsh, d.lsh, d.je from jianhu.ywsq s join jianhu.booked d on d.rq = s.rq
    where s.id = nr order by d.id, d.lsh limit before_it, 5;
  update jianhu.ywsq set fhm = '0', zt = '2' where id = nr;
end

create procedure jianhu.take_for_a_second()
begin
  declare nr bigint;
  declare kind varchar(8);
  declare until_then datetime(3) default sysdate(3) + interval 1 second;
  if get_lock('jianhu', 0) = 1 then
    while sysdate(3) < until_then do
      set nr = (select min(id) from jianhu.ywsq where zt = '0');
      if nr is null then
        do sleep(0.02);
      else
        set kind = (select ywlx from jianhu.ywsq where id = nr);
        update jianhu.ywsq set zt = '1' where id = nr;
        case kind
          when 'JH01' then call jianhu.register(nr);
          when 'JH02' then call jianhu.withhold(nr);
          when 'JH04' then call jianhu.totals(nr);
          when 'JH05' then call jianhu.items(nr);
          else call jianhu.cover(nr);
        end case;
      end if;
    end while;
    do release_lock('jianhu');
  end if;
end

create event jianhu.take on schedule every 1 second do call jianhu.take_for_a_second()

set global event_scheduler = on

create user tongban_88@'127.0.0.1' identified by 'secret-of-88';

grant insert, select on jianhu.ywsq to tongban_88@'127.0.0.1';

grant select on jianhu.ywmx to tongban_88@'127.0.0.1';
