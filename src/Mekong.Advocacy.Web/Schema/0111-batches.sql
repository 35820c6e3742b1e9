-- Rows of the ledger are handed to workers by the batch: one lease for some hundred rows instead of one for each.
-- rank: the batch's place within its alert and channel; the lowest goes first, so a small alert does not queue behind a large one.
create table advocacy.delivery_batches (
  id bigint generated always as identity primary key,
  alert_id uuid not null,
  channel text not null,
  rank int not null,
  first_id bigint not null,
  last_id bigint not null,
  open boolean not null default true,
  created_at timestamptz not null,
  lease_owner uuid,
  lease_until timestamptz);

create index delivery_batches_open on advocacy.delivery_batches (channel, rank, id) where open;
create index delivery_batches_leased on advocacy.delivery_batches (lease_owner) where lease_owner is not null;
create index alerts_sending on advocacy.alerts (id) where stage = 'Sending';
create index delivery_batches_of_alert on advocacy.delivery_batches (alert_id, channel, first_id);

-- A row is due with its batch. Only what was put off has an hour, and a lease, of its own.
alter table advocacy.deliveries alter column due_at drop not null;
update advocacy.deliveries set due_at = null where state not in ('queued', 'attempted');

-- An update that touches no indexed column stays on its page and costs no index anything: nothing below names a column that changes when a
-- message is simply sent (state, attempts, reply, attempted_at, settled_at …), and every page keeps room for a row's two later versions.
drop index advocacy.deliveries_due;
drop index advocacy.deliveries_leased;
drop index advocacy.deliveries_open;
drop index advocacy.deliveries_failed;
create index deliveries_put_off on advocacy.deliveries (channel, due_at, id) where due_at is not null;
create index deliveries_put_off_of_alert on advocacy.deliveries (alert_id) where due_at is not null;
create index deliveries_with_reason on advocacy.deliveries (alert_id, reason) where reason is not null;
alter table advocacy.deliveries set (fillfactor = 50);
