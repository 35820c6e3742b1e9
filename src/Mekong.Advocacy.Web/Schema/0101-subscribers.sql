-- The vault: who people are and how to reach them. Values are sealed outside the database; look-ups go by keyed hash.
create table advocacy.people (
  id uuid primary key,
  name_sealed bytea not null);

create table advocacy.contact_points (
  id uuid primary key,
  number bigint generated always as identity unique,
  person_id uuid not null references advocacy.people (id) on delete cascade,
  channel text not null,
  address_sealed bytea not null,
  fingerprint bytea not null unique,
  consent_words_sealed bytea not null);

create index contact_points_of_person on advocacy.contact_points (person_id);

-- One row that proves that this database and the key file belong together.
create table advocacy.vault_check (
  only_one boolean primary key default true check (only_one),
  fingerprint bytea not null);

-- Views: what an audience chooses by, and what each contact point's owner allows.
create table advocacy.subscribers (
  person_id uuid primary key,
  language text not null,
  country text not null,
  organisation text,
  topics text[] not null);

create table advocacy.consents (
  contact_point_id uuid primary key,
  person_id uuid not null,
  channel text not null,
  country text,
  given_on date not null,
  withdrawn_at timestamptz,
  withdrawn_through text,
  suppressed_at timestamptz,
  suppressed_reason text);

create index consents_of_person on advocacy.consents (person_id);
