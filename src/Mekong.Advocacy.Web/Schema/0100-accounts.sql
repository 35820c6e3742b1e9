-- API tokens: only the hash of a token is kept.
create table advocacy.api_tokens (
  id uuid primary key,
  account_id uuid not null references identity."AspNetUsers" ("Id") on delete cascade,
  name text not null,
  hash bytea not null unique,
  created_at timestamptz not null,
  unique (account_id, name));
