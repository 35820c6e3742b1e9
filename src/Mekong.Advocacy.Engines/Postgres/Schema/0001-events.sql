-- The log in Marten's own layout, so that either engine can continue it. No column or index of ours may be added to these
-- four tables: Marten drops what it does not know.
create schema if not exists es;

create table es.mt_streams (
  id varchar not null constraint pkey_mt_streams_id primary key,
  type varchar,
  version bigint,
  timestamp timestamptz not null default now(),
  created timestamptz not null default now(),
  tenant_id varchar default '*DEFAULT*',
  is_archived boolean default false);

create table es.mt_events (
  seq_id bigint not null constraint pkey_mt_events_seq_id primary key,
  id uuid not null,
  stream_id varchar constraint fkey_mt_events_stream_id references es.mt_streams (id) on delete cascade,
  version bigint not null,
  data jsonb not null,
  bdata bytea,
  type varchar(500) not null,
  timestamp timestamptz not null default now(),
  tenant_id varchar default '*DEFAULT*',
  mt_dotnet_type varchar,
  correlation_id varchar,
  causation_id varchar,
  headers jsonb,
  is_archived boolean default false);

create unique index pk_mt_events_stream_and_version on es.mt_events (stream_id, version);

create sequence es.mt_events_sequence owned by es.mt_events.seq_id;

create table es.mt_event_progression (
  name varchar not null constraint pk_mt_event_progression primary key,
  last_seq_id bigint,
  last_updated timestamptz default transaction_timestamp());

create table es.mt_high_water_skips (
  ending_sequence bigint not null constraint pkey_mt_high_water_skips_ending_sequence primary key,
  starting_sequence bigint not null,
  timestamp timestamptz default transaction_timestamp());
