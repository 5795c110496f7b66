-- Settlements with merchants.

-- Entries of journals that touch an account of a merchant and that no settlement has taken yet. A commit adds them with its
-- entries, and a settlement takes them away with what it keeps: neither writes what the other writes.
create table rewards_unsettled (
  merchant text not null,
  participant text not null,
  number integer not null,
  primary key (merchant, participant, number)
) strict;

insert into rewards_unsettled (merchant, participant, number)
  select from_merchant, participant, number from rewards_journal where from_merchant <> ''
  union
  select to_merchant, participant, number from rewards_journal where to_merchant <> '';

-- The journals of merchants. What was taken from the journal of a participant stands there, and only its place here; what a
-- settlement made is a body. Rows are added and never changed.
create table rewards_merchant_journal (
  merchant text not null,
  number integer not null,
  hash text not null,
  lot text not null,
  participant text,
  entry integer,
  body text,
  primary key (merchant, number),
  unique (merchant, participant, entry)
) strict;
create index rewards_merchant_journal_lot on rewards_merchant_journal (merchant, lot);

create trigger rewards_merchant_journal_never_changed before update on rewards_merchant_journal
begin
  select raise(abort, 'Rows of rewards_merchant_journal are never changed or deleted: a correction is another settlement.');
end;
create trigger rewards_merchant_journal_never_deleted before delete on rewards_merchant_journal
begin
  select raise(abort, 'Rows of rewards_merchant_journal are never changed or deleted: a correction is another settlement.');
end;

-- Settlements, by merchant and their number there, and until when a worker has claimed to tell the host of one. The name is
-- merchant and id together.
create table rewards_settlement (
  number integer primary key autoincrement,
  name text not null unique,
  merchant text not null,
  place integer not null,
  delivered integer not null,
  claimed_until text,
  body text not null,
  unique (merchant, place)
) strict;
create index rewards_settlement_open on rewards_settlement (number) where delivered = 0;

insert into rewards_format (format) values (2);
