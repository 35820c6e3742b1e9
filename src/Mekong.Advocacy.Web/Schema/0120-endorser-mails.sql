-- Signatures whose thanks are to be entered among the mails: a view in the order of the log, emptied as it is read. Made anew it is emptied
-- again, and nobody is thanked twice, because a mail has one row for ever.
create table advocacy.thanks_due (
  position bigint primary key,
  sign_on_id uuid not null,
  mark bigint not null,
  at timestamptz not null);

-- The ledger of mails to endorsers is also the queue of those that have not left.
alter table advocacy.endorser_mails
  add column at timestamptz,
  add column event bigint,
  add column tries int not null default 0,
  add column claimed_until timestamptz;

create index endorser_mails_open on advocacy.endorser_mails (claimed_until nulls first) where sent_at is null and withheld is null;
