-- Organisations of the network and outside it, and what was done to them. No name of a person is here.
create table advocacy.organisations (
  id uuid primary key,
  kind text not null,
  standing text not null,
  standing_since timestamptz not null,
  standing_reason text,
  verified_by text,
  verified_source text,
  country text not null,
  acronym text,
  parent_id uuid,
  name_languages text[] not null,
  names text[] not null,
  name_keys text[] not null,
  registered_at timestamptz not null,
  changed_at timestamptz not null);

create index organisations_by_key on advocacy.organisations using gin (name_keys);
create index organisations_of_parent on advocacy.organisations (parent_id) where parent_id is not null;

-- Every mandate there ever was: a later end shortens it, nothing takes it away.
create table advocacy.mandates (
  id uuid primary key,
  organisation_id uuid not null,
  officer_id uuid not null,
  kind text not null,
  statement_id uuid,
  begins_at timestamptz not null,
  ends_at timestamptz,
  evidence_id uuid,
  granted_at timestamptz not null,
  granted_by text not null,
  ended_at timestamptz,
  ended_by text);

create index mandates_of_organisation on advocacy.mandates (organisation_id, officer_id);

create table advocacy.organisation_history (
  position bigint primary key,
  organisation_id uuid not null,
  at timestamptz not null,
  actor text not null,
  what text not null,
  standing text,
  about_id uuid,
  detail text);

create index organisation_history_of on advocacy.organisation_history (organisation_id, position);

-- Which organisation holds a name in a country. Two that are entered in the same moment meet here; no view, for it must be there first.
create table advocacy.organisation_names (
  country text not null,
  key text not null,
  organisation_id uuid not null,
  claimed_at timestamptz not null,
  primary key (country, key));

create index organisation_names_of on advocacy.organisation_names (organisation_id);
