-- The links under which people subscribe to their own calendar: the mark in the link is ours, the number leads here. A link that was taken back
-- stays listed, so that its number is never given out again.
create table advocacy.calendar_links (
  number bigint generated always as identity primary key,
  account_id uuid not null,
  made_at timestamptz not null,
  revoked_at timestamptz);

create unique index calendar_links_in_use on advocacy.calendar_links (account_id) where revoked_at is null;

-- To whom a brief was mailed: ids alone. One request reaches nobody twice.
create table advocacy.brief_mails (
  request_id uuid not null,
  reader_id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  sent_at timestamptz,
  refused_at timestamptz,
  primary key (request_id, reader_id));

create index brief_mails_about on advocacy.brief_mails (about_id, asked_at);
