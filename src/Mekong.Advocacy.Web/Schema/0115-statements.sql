-- Statements and the sign-ons of them. All of it can be rebuilt from the log but for the sealed contacts of the offices.
create sequence advocacy.statement_numbers;

create table advocacy.statements (
  id uuid primary key,
  number int not null unique,
  name text not null,
  stage text not null,
  version int not null,
  languages text[] not null,
  authentic text[] not null,
  approved text[] not null,
  opens_at timestamptz,
  closes_at timestamptz,
  zone text,
  embargo_until timestamptz,
  outside boolean not null,
  individuals boolean not null,
  silence text not null,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  delivered_at timestamptz,
  answered_at timestamptz,
  register_size int,
  register_root text,
  superseded_by uuid,
  proposed text[]);

-- What was done to a statement, by whom and when; kept by the background reader.
create table advocacy.statement_history (
  position bigint primary key,
  statement_id uuid not null,
  sign_on_id uuid,
  at timestamptz not null,
  actor text not null,
  what text not null,
  detail text);

create index statement_history_of_statement on advocacy.statement_history (statement_id, position);

-- One row per endorser and statement: where their sign-on stands now.
create table advocacy.sign_ons (
  id uuid primary key,
  statement_id uuid not null,
  endorser_id uuid not null,
  kind text not null,
  stage text not null,
  version int not null,
  language text not null,
  text_hash text not null,
  name_languages text[] not null,
  names text[] not null,
  country text not null,
  officer_id uuid,
  capacity text,
  mandate_id uuid,
  mandate_kind text,
  channel text not null,
  evidence_id uuid,
  display text not null,
  salt text not null,
  endorser text not null,
  signed_at timestamptz not null,
  first_at timestamptz not null,
  changed_at timestamptz not null,
  reason text,
  after_delivery boolean not null);

create index sign_ons_of_statement on advocacy.sign_ons (statement_id, stage);
create index sign_ons_of_endorser on advocacy.sign_ons (endorser_id, changed_at);

-- The register: every act that counts, in the order of the log. Never changed, only added to.
create table advocacy.register_entries (
  position bigint primary key,
  statement_id uuid not null,
  sign_on_id uuid not null,
  public_id uuid not null,
  act text not null,
  text_version int not null,
  text_hash text not null,
  language text not null,
  endorser text not null,
  at timestamptz not null,
  reason text);

create index register_entries_of_sign_on on advocacy.register_entries (sign_on_id);
create index register_entries_of_statement on advocacy.register_entries (statement_id, position);

-- How an office is reached: an address is often a person's, so it is sealed.
create table advocacy.addressee_contacts (
  statement_id uuid not null,
  key text not null,
  contact_sealed bytea not null,
  primary key (statement_id, key));

-- What was made for each office, sealed: it names to them who is named to nobody else.
create table advocacy.packages (
  id uuid primary key,
  statement_id uuid not null,
  addressee text not null,
  hash text not null,
  made_at timestamptz not null,
  content_sealed bytea not null);

create index packages_of_statement on advocacy.packages (statement_id, made_at);

-- Who acts for a member organisation.
insert into identity."AspNetRoles" ("Id", "Name", "NormalizedName", "ConcurrencyStamp") values
  ('0a6f3f60-0000-7000-8000-000000000005', 'member', 'MEMBER', '1')
on conflict do nothing;
