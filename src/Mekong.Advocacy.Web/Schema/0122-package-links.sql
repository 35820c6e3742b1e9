-- By which the link in an office's mail finds its package.
alter table advocacy.packages add column number bigint generated always as identity unique;
