-- Every reminder, escalation and weekly digest that was ever due to somebody: ids alone. What is due twice meets here, so that it leaves once.
-- Of a digest the follow-up is its owner, and the day its Monday.
create table advocacy.follow_up_notices (
  id uuid primary key,
  follow_up_id uuid not null,
  kind text not null,
  due_on date not null,
  reader_kind text not null,
  reader_id uuid not null,
  entered_at timestamptz not null,
  held_until timestamptz,
  attempted_at timestamptz,
  channel text,
  sent_at timestamptz,
  withheld text);

create unique index follow_up_notices_once on advocacy.follow_up_notices (follow_up_id, kind, due_on, reader_id);
create index follow_up_notices_open on advocacy.follow_up_notices (follow_up_id) where sent_at is null and withheld is null;

-- The keys by which officers act on a step without an account: one for each, under a mark of ours in the link.
create table advocacy.follow_up_links (
  number bigint generated always as identity primary key,
  follow_up_id uuid not null,
  officer_id uuid not null,
  unique (follow_up_id, officer_id));
