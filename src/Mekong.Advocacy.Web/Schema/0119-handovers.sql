-- What each office was handed last, and whether it arrived. Can be rebuilt from the log.
create table advocacy.handovers (
  key text primary key,
  statement_id uuid not null,
  addressee text not null,
  package_id uuid not null,
  arrived boolean,
  at timestamptz not null);

create index handovers_of_statement on advocacy.handovers (statement_id);

-- Filled at once where statements have been handed over before.
insert into advocacy.handovers
select statement_id || '/' || addressee, statement_id, addressee, (array_agg(id order by made_at desc))[1], null, max(made_at) from advocacy.packages group by statement_id, addressee;
