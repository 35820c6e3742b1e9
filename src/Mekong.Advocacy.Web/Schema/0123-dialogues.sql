-- Dialogues with authorities: what was asked, what was promised, and what became of it. All of it can be rebuilt from the log but for the
-- sealed names of office-holders. Names, titles and texts stand beside their languages, in one order.
create sequence advocacy.recommendation_numbers;
create sequence advocacy.commitment_numbers;

create table advocacy.forums (
  id uuid primary key,
  stage text not null,
  name_languages text[] not null,
  names text[] not null,
  country text not null,
  city text not null,
  zone text not null,
  begins_on date not null,
  ends_on date not null,
  first_begins_on date not null,
  reason text,
  revision int not null,
  planned_at timestamptz not null,
  changed_at timestamptz not null);

create table advocacy.authorities (
  id uuid primary key,
  name_languages text[] not null,
  names text[] not null,
  country text not null,
  entered_at timestamptz not null,
  changed_at timestamptz not null);

-- The offices of an authority, and who holds each of them now.
create table advocacy.posts (
  id uuid primary key,
  authority_id uuid not null,
  title_languages text[] not null,
  titles text[] not null,
  holder_id uuid,
  holder_since date,
  entered_at timestamptz not null);

create index posts_of_authority on advocacy.posts (authority_id, entered_at);

-- Every term there ever was: a person in a post, from one day on and before another.
create table advocacy.post_holders (
  id uuid primary key,
  authority_id uuid not null,
  post_id uuid not null,
  from_day date not null,
  until_day date);

create index post_holders_of_post on advocacy.post_holders (post_id, from_day);

-- What office-holders are called: sealed, and no view.
create table advocacy.holder_names (
  id uuid primary key,
  name_sealed bytea not null,
  entered_at timestamptz not null);

create table advocacy.dialogues (
  id uuid primary key,
  stage text not null,
  kind text not null,
  title_languages text[] not null,
  titles text[] not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  country text not null,
  place text not null,
  host_id uuid,
  authority_ids uuid[] not null,
  post_ids uuid[] not null,
  organisation_ids uuid[] not null,
  attribution text not null,
  forum_id uuid,
  reason text,
  revision int not null,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  held_at timestamptz,
  minuted_at timestamptz,
  closed_at timestamptz);

create index dialogues_by_time on advocacy.dialogues (begins_at);
create index dialogues_of_forum on advocacy.dialogues (forum_id) where forum_id is not null;

create table advocacy.recommendations (
  id uuid primary key,
  number int not null unique,
  stage text not null,
  title_languages text[] not null,
  titles text[] not null,
  text_languages text[] not null,
  texts text[] not null,
  authority_id uuid not null,
  post_id uuid,
  presented int not null,
  first_presented_on date,
  last_presented_on date,
  made_at timestamptz not null,
  changed_at timestamptz not null);

create index recommendations_of_authority on advocacy.recommendations (authority_id);

-- One row for each time that a recommendation was put to its authority.
create table advocacy.presentations (
  id uuid primary key,
  recommendation_id uuid not null,
  dialogue_id uuid,
  forum_id uuid,
  presented_on date not null,
  organisation_id uuid,
  recorded_at timestamptz not null);

create index presentations_of_recommendation on advocacy.presentations (recommendation_id, presented_on);
create index presentations_at_dialogue on advocacy.presentations (dialogue_id) where dialogue_id is not null;
create index presentations_at_forum on advocacy.presentations (forum_id) where forum_id is not null;

-- status: what two people agreed on, or Overdue once the day is over and nothing is shown; reviewed: the former alone.
create table advocacy.commitments (
  id uuid primary key,
  number int not null unique,
  words text not null,
  language text not null,
  translation_languages text[] not null,
  translations text[] not null,
  source_kind text not null,
  source_url text,
  source_file_id uuid,
  source_detail text,
  strength text not null,
  country text not null,
  authority_id uuid not null,
  post_id uuid not null,
  holder_id uuid,
  recommendation_ids uuid[] not null,
  dialogue_id uuid,
  made_on date not null,
  due_kind text not null,
  due_on date,
  due_forum uuid,
  due_days_before int,
  condition_languages text[] not null,
  conditions text[] not null,
  confidential boolean not null,
  status text not null,
  status_since timestamptz not null,
  reviewed text not null,
  proposal_id uuid,
  proposed_status text,
  proposed_by uuid,
  proposed_at timestamptz,
  dissents int not null,
  recorded_at timestamptz not null,
  changed_at timestamptz not null);

create index commitments_of_authority on advocacy.commitments (authority_id);
create index commitments_by_due on advocacy.commitments (due_on) where due_on is not null;
create index commitments_of_forum on advocacy.commitments (due_forum) where due_forum is not null;
create index commitments_of_dialogue on advocacy.commitments (dialogue_id) where dialogue_id is not null;
create index commitments_of_recommendation on advocacy.commitments using gin (recommendation_ids);

-- What was done to a commitment. status: where it stood from then on, where this changed it; due_on: likewise.
create table advocacy.commitment_history (
  position bigint primary key,
  commitment_id uuid not null,
  at timestamptz not null,
  actor text not null,
  what text not null,
  status text,
  due_on date,
  detail text);

create index commitment_history_of on advocacy.commitment_history (commitment_id, position);

-- What was done to dialogues, recommendations, forums and authorities; kind says to which.
create table advocacy.dialogue_history (
  position bigint primary key,
  kind text not null,
  about_id uuid not null,
  at timestamptz not null,
  actor text not null,
  what text not null,
  detail text);

create index dialogue_history_of on advocacy.dialogue_history (about_id, position);
