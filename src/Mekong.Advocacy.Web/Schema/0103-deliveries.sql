-- The ledger: one row per alert and contact point, from the frozen audience to its fate.
-- state: queued, attempted (handed over or about to be; the answer is not known), sent, failed, suppressed, expired.
create table advocacy.deliveries (
  id bigint generated always as identity primary key,
  alert_id uuid not null,
  contact_point_id uuid not null,
  person_id uuid not null,
  channel text not null,
  country text not null,
  language text,
  state text not null,
  reason text,
  reply text,
  attempts int not null default 0,
  created_at timestamptz not null,
  due_at timestamptz not null,
  lease_owner uuid,
  lease_until timestamptz,
  attempted_at timestamptz,
  settled_at timestamptz,
  delivered_at timestamptz,
  provider_id text,
  provider_status text,
  unique (alert_id, contact_point_id));

create index deliveries_due on advocacy.deliveries (channel, due_at, id) where state in ('queued', 'attempted');
create index deliveries_leased on advocacy.deliveries (lease_owner) where lease_owner is not null;
create index deliveries_of_alert on advocacy.deliveries (alert_id, id);
create index deliveries_open on advocacy.deliveries (alert_id) where state in ('queued', 'attempted');
