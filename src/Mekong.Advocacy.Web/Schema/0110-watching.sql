-- Who is asked once a second how many messages failed must not read the whole ledger for it.
create index deliveries_failed on advocacy.deliveries (alert_id) where state = 'failed';

-- Observers read alerts and reports, with small numbers hidden.
insert into identity."AspNetRoles" ("Id", "Name", "NormalizedName", "ConcurrencyStamp") values
  ('0a6f3f60-0000-7000-8000-000000000004', 'observer', 'OBSERVER', '1')
on conflict do nothing;
