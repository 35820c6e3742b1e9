-- Saved segments: rules over subscribers, kept under a name.
create table advocacy.segments (
  id uuid primary key,
  title text not null,
  countries text[] not null,
  languages text[] not null,
  topics text[] not null,
  organisations text[] not null,
  channels text[] not null,
  roles text[] not null,
  saved_at timestamptz not null);

-- Who looked at people's names, where and how many: never which names.
create table advocacy.data_reads (
  id bigint generated always as identity primary key,
  account uuid not null,
  what text not null,
  count int not null,
  at timestamptz not null);

-- What follows an alert.
create index alerts_following on advocacy.alerts (relation_alert_id) where relation_alert_id is not null;
