-- Who the officers of the log are: sealed; found by keyed hash. Whoever was removed keeps name and capacity, for what they signed.
create table advocacy.focal_points (
  id uuid primary key,
  organisation_id uuid not null,
  name_sealed bytea not null,
  capacity_sealed bytea not null,
  email_sealed bytea,
  phone_sealed bytea,
  email_fingerprint bytea,
  phone_fingerprint bytea,
  language text not null,
  account_id uuid references identity."AspNetUsers" ("Id") on delete set null,
  named_at timestamptz not null,
  removed_at timestamptz);

create index focal_points_of_organisation on advocacy.focal_points (organisation_id);
create index focal_points_by_email on advocacy.focal_points (email_fingerprint) where email_fingerprint is not null;
create index focal_points_by_phone on advocacy.focal_points (phone_fingerprint) where phone_fingerprint is not null;
create index focal_points_of_account on advocacy.focal_points (account_id) where account_id is not null;

-- Papers that show something: minutes, scans of sheets. The bytes are sealed; size and media_type are of what was uploaded.
create table advocacy.files (
  id uuid primary key,
  media_type text not null,
  size int not null,
  sealed bytea not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null);
