-- The public site: what is looked up by a receipt's code.
create table advocacy.receipts (
  position bigint primary key,
  statement_id uuid not null,
  sign_on_id uuid not null,
  code text not null);

create index receipts_by_code on advocacy.receipts (code);

-- Who asked by the public form to sign, sealed, until somebody has made sure who they are and after. No address of a machine is here.
create table advocacy.offers (
  number bigint generated always as identity primary key,
  sign_on_id uuid not null,
  statement_id uuid not null,
  organisation_id uuid,
  officer_id uuid,
  text_version int not null,
  text_language text not null,
  text_hash text not null,
  display text not null,
  domain text,
  founded boolean not null,
  review text[] not null,
  person_sealed bytea not null,
  email_fingerprint bytea not null,
  offered_at timestamptz not null,
  mailed_at timestamptz,
  confirmed_at timestamptz,
  unique (sign_on_id, email_fingerprint));

create index offers_of_statement on advocacy.offers (statement_id);
create index offers_of_organisation on advocacy.offers (organisation_id) where organisation_id is not null;
create index offers_by_email on advocacy.offers (email_fingerprint);
