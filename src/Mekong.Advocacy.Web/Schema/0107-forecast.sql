-- What an alert's texts were expected to cost when it was given its hour.
alter table advocacy.alerts
  add column forecast_cost numeric,
  add column currency text;

-- The list of SMS prices as each change left it: the last row holds now, the others are the history.
create table advocacy.sms_prices (
  position bigint primary key,
  changed_at timestamptz not null,
  changed_by text not null,
  currency text not null,
  countries text[] not null,
  prices text[] not null,
  cap numeric,
  source text not null);
