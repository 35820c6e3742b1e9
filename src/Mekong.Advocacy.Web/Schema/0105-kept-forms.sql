-- What was typed on a page and not saved yet: one row per person and page, sealed by the vault, gone after saving or 30 days.
create table advocacy.kept_forms (
  account_id uuid not null references identity."AspNetUsers" ("Id") on delete cascade,
  path text not null,
  fields bytea not null,
  at timestamptz not null,
  primary key (account_id, path));

create index kept_forms_at on advocacy.kept_forms (at);
