-- Who was asked to sign what, and what they answered: ids alone. One row per mail; what was asked twice meets here.
create table advocacy.invitations (
  id uuid primary key,
  number bigint generated always as identity,
  statement_id uuid not null,
  organisation_id uuid not null,
  officer_id uuid not null,
  version int not null,
  kind text not null,
  asked_at timestamptz not null,
  sent_at timestamptz,
  withheld text,
  reply text,
  replied_at timestamptz);

create unique index invitations_by_number on advocacy.invitations (number);
create unique index invitations_once on advocacy.invitations (statement_id, officer_id, version, kind);
create unique index invitations_one_reminder on advocacy.invitations (statement_id, officer_id) where kind = 'Reminder';

-- Organisations that said no. Can be rebuilt from the log.
create table advocacy.declines (
  id uuid primary key,
  statement_id uuid not null,
  organisation_id uuid not null,
  officer_id uuid not null,
  version int not null,
  declined_at timestamptz not null);

create index declines_of_statement on advocacy.declines (statement_id);

-- Mails to those who signed: each once, whoever runs the job how often.
create table advocacy.endorser_mails (
  sign_on_id uuid not null,
  kind text not null,
  mark bigint not null,
  sent_at timestamptz,
  withheld text,
  primary key (sign_on_id, kind, mark));

-- Texts that came in, by the provider's id: each is answered once.
create table advocacy.received_texts (
  provider_id text primary key,
  received_at timestamptz not null,
  answered_at timestamptz);
