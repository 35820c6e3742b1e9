-- Every version that was made of a file of the library, kept for ever; text is null where the file was put back as it came.
create table advocacy.template_versions (
  position bigint primary key,
  file text not null,
  version bigint not null,
  at timestamptz not null,
  changed_by text not null,
  text text);

create index template_versions_of_file on advocacy.template_versions (file, position);
