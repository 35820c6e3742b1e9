-- What the alert desk knows of an alert besides its stage.
alter table advocacy.alerts
  add column emergency_reason text,
  add column archived_at timestamptz,
  add column relation_kind text,
  add column relation_alert_id uuid,
  add column sending_since timestamptz;

-- What subscribers do: organiser, official, journalist …
alter table advocacy.subscribers add column role text;

-- How many messages a text was on the air, as counted when it was handed over.
alter table advocacy.deliveries add column parts int;
