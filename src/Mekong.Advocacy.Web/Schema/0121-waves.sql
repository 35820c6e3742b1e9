-- Where an offer came from, as a keyed hash of its range of addresses, for as long as its link lives; and at which mail domain. They say which
-- offers came together, and to nobody from where.
alter table advocacy.offers
  add column place bytea,
  add column mail_domain bytea,
  add column admitted_at timestamptz;

create index offers_of_place on advocacy.offers (statement_id, place) where place is not null;
create index offers_of_mail_domain on advocacy.offers (statement_id, mail_domain) where mail_domain is not null;

-- What is to be forgotten is looked for with every offer.
create index offers_never_confirmed on advocacy.offers (offered_at) where confirmed_at is null;
create index offers_with_place on advocacy.offers (offered_at) where place is not null;
