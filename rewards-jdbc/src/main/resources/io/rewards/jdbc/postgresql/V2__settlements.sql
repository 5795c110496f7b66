-- Settlements with merchants.

-- Entries of journals that touch an account of a merchant and that no settlement has taken yet. A commit adds them with its
-- entries, and a settlement takes them away with what it keeps: neither writes what the other writes.
create table rewards_unsettled (
  merchant text collate "C" not null,
  participant text collate "C" not null,
  number bigint not null,
  primary key (merchant, participant, number)
);

insert into rewards_unsettled (merchant, participant, number)
  select from_merchant, participant, number from rewards_journal where from_merchant <> ''
  union
  select to_merchant, participant, number from rewards_journal where to_merchant <> '';

-- The journals of merchants. What was taken from the journal of a participant stands there, and only its place here; what a
-- settlement made is a body. Rows are added and never changed.
create table rewards_merchant_journal (
  merchant text collate "C" not null,
  number bigint not null,
  hash text collate "C" not null,
  lot text collate "C" not null,
  participant text collate "C",
  entry bigint,
  body text,
  primary key (merchant, number),
  unique (merchant, participant, entry)
);
create index rewards_merchant_journal_lot on rewards_merchant_journal (merchant, lot);

create function rewards_merchant_journal_is_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of rewards_merchant_journal are never changed or deleted: a correction is another settlement.';
end
$$;
create trigger rewards_merchant_journal_only_added_to before update or delete on rewards_merchant_journal
  for each row execute function rewards_merchant_journal_is_only_added_to();
create trigger rewards_merchant_journal_never_emptied before truncate on rewards_merchant_journal
  for each statement execute function rewards_merchant_journal_is_only_added_to();

-- Settlements, by merchant and their number there, and until when a worker has claimed to tell the host of one. The name is
-- merchant and id together.
create table rewards_settlement (
  number bigint generated always as identity primary key,
  name text collate "C" not null unique,
  merchant text collate "C" not null,
  place bigint not null,
  delivered smallint not null,
  claimed_until text collate "C",
  body text not null,
  unique (merchant, place)
);
create index rewards_settlement_open on rewards_settlement (number) where delivered = 0;

insert into rewards_format (format) values (2);
