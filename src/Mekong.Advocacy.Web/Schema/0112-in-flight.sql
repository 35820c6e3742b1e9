-- What a worker has handed over and not heard about yet: at most one message for each of its connections. It is written together with the
-- answers to those before, one small row for all of them, instead of a mark on every row of the ledger. Only for messages that may go
-- twice under the same Message-ID. Whoever takes over the batch of a worker that died marks in the ledger what was in its hands.
create table advocacy.in_flight (
  owner uuid primary key,
  ids bigint[] not null,
  at timestamptz not null)
with (fillfactor = 10);
