-- Next steps, as the board and the pages see them. Can be rebuilt from the log.
create table advocacy.follow_ups (
  id uuid primary key,
  step text not null,
  language text not null,
  owner_kind text not null,
  owner_id uuid not null,
  country text not null,
  state text not null,
  priority int not null,
  due_on date,
  due_forum uuid,
  due_rule text not null,
  about_kind text,
  about_id uuid,
  items uuid[] not null,
  ticked uuid[] not null,
  snoozed_until date,
  words text,
  opened_by uuid not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null);

create index follow_ups_by_owner on advocacy.follow_ups (owner_id, due_on) where state not in ('Done', 'Dropped');
create index follow_ups_by_forum on advocacy.follow_ups (due_forum) where due_forum is not null;
create index follow_ups_about on advocacy.follow_ups (about_id) where about_id is not null;

-- What was done to them. Can be rebuilt from the log.
create table advocacy.follow_up_history (
  position bigint primary key,
  follow_up_id uuid not null,
  at timestamptz not null,
  actor text not null,
  done_by uuid,
  what text not null,
  detail text);

create index follow_up_history_of on advocacy.follow_up_history (follow_up_id, position);
