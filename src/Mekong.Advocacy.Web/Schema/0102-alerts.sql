create table advocacy.alerts (
  id uuid primary key,
  name text not null,
  stage text not null,
  content_hash text not null,
  languages text[] not null,
  channels text[] not null,
  at timestamptz,
  zone text,
  audience bigint,
  pause_reason text,
  pause_detail text,
  drafted_at timestamptz not null,
  changed_at timestamptz not null);

-- What was done to an alert, by whom and when; kept by the background reader.
create table advocacy.alert_history (
  position bigint primary key,
  alert_id uuid not null,
  at timestamptz not null,
  actor text not null,
  what text not null,
  detail text);

create index alert_history_of_alert on advocacy.alert_history (alert_id, position);
