-- The tables of the rewards store, first format. Texts that are compared are compared by their code points (collation C).
-- Instants are texts of equal length that sort by time; amounts are whole numbers of the smallest unit beside their
-- denomination. What is only read and written as a whole is JSON in a column "body".

create table rewards_format (
  format integer not null primary key
);
insert into rewards_format (format) values (1);

-- One row for each participant: what is open, but for the lots. Every event that changes the account raises the version.
create table rewards_participant (
  id text collate "C" not null primary key,
  version bigint not null,
  state text collate "C" not null,
  replaced_by text collate "C",
  expires text collate "C",
  body text not null
);
create index rewards_participant_expires on rewards_participant (expires, id) where expires is not null;

-- What participants are sought by: their names and contacts, segments and tier, in small letters.
create table rewards_sought (
  participant text collate "C" not null,
  field text collate "C" not null,
  value text collate "C" not null,
  primary key (participant, field, value)
);
create index rewards_sought_value on rewards_sought (field, value, participant);

-- The registration, whose scheme is empty, and the memberships in force.
create table rewards_sign_up (
  participant text collate "C" not null,
  scheme text collate "C" not null,
  unit text collate "C" not null,
  signed_up_on text collate "C" not null,
  primary key (participant, scheme)
);
create index rewards_sign_up_scheme on rewards_sign_up (scheme, signed_up_on, participant);

-- Lots, those that hold money (is_open = 1) in their place in the wallet.
create table rewards_lot (
  participant text collate "C" not null,
  id text collate "C" not null,
  place bigint not null,
  is_open smallint not null,
  voucher text collate "C",
  body text not null,
  primary key (participant, id)
);
create index rewards_lot_open on rewards_lot (participant, place) where is_open = 1;
create index rewards_lot_voucher on rewards_lot (participant, voucher) where voucher is not null;

-- The events that a lot is of: that which earned it, those which count for it, and that which made it of points.
create table rewards_lot_event (
  participant text collate "C" not null,
  event text collate "C" not null,
  lot text collate "C" not null,
  primary key (participant, event, lot)
);

-- Awards, own ones and those of duplicates (own = 0), and what of them stands. A subject is its kind and its text, such as
-- "DAY 2026-03-05", and empty where the award is for nothing in particular.
create table rewards_award (
  participant text collate "C" not null,
  lot text collate "C" not null,
  offer text collate "C" not null,
  offer_type text collate "C" not null,
  scheme text collate "C" not null,
  subject text collate "C" not null,
  units bigint not null,
  denomination text collate "C" not null,
  scale smallint not null,
  awarded_on text collate "C" not null,
  own smallint not null,
  dependence text collate "C" not null,
  body text not null,
  primary key (participant, lot)
);
create index rewards_award_offer on rewards_award (participant, offer, awarded_on, lot) where units > 0;
create index rewards_award_date on rewards_award (participant, awarded_on, lot) where units > 0 and own = 1;
create index rewards_award_subject on rewards_award (participant, offer, subject) where units > 0 and subject <> '';
create index rewards_award_dependence on rewards_award (participant, dependence, awarded_on)
  where units > 0 and dependence <> 'NONE';

-- What stands of the awards of an offer, all together (of_subject = 0) and by what they were for.
create table rewards_award_sum (
  participant text collate "C" not null,
  offer text collate "C" not null,
  of_subject smallint not null,
  subject text collate "C" not null,
  denomination text collate "C" not null,
  scale smallint not null,
  own smallint not null,
  awards bigint not null,
  units bigint not null,
  primary key (participant, offer, of_subject, subject, denomination, scale, own)
);

-- How many awards and spends stand, by whose money they move.
create table rewards_standing (
  participant text collate "C" not null,
  kind text collate "C" not null,
  offer text collate "C" not null,
  offer_type text collate "C" not null,
  scheme text collate "C" not null,
  number bigint not null,
  primary key (participant, kind, offer, offer_type, scheme)
);

-- Purchases on which money was spent or of which goods came back, as they stand.
create table rewards_sale (
  participant text collate "C" not null,
  purchase text collate "C" not null,
  body text not null,
  primary key (participant, purchase)
);

-- Events that never happened after all.
create table rewards_cancelled (
  participant text collate "C" not null,
  event text collate "C" not null,
  primary key (participant, event)
);

-- What no award has used up and can count only for late events.
create table rewards_counted (
  participant text collate "C" not null,
  offer text collate "C" not null,
  event text collate "C" not null,
  event_system text collate "C" not null,
  event_id text collate "C" not null,
  performed_on text collate "C" not null,
  body text not null,
  primary key (participant, offer, event)
);
create index rewards_counted_date on rewards_counted (participant, offer, performed_on, event_system, event_id);
create index rewards_counted_event on rewards_counted (participant, event, offer);

-- The journals. Rows are added and never changed. An account is named by its kind, and that of a merchant also by the code
-- of its unit. The reason is sought in small letters.
create table rewards_journal (
  participant text collate "C" not null,
  number bigint not null,
  id text collate "C" not null,
  hash text collate "C" not null,
  kind text collate "C" not null,
  units bigint not null,
  denomination text collate "C" not null,
  scale smallint not null,
  from_account text collate "C" not null,
  from_merchant text collate "C" not null,
  to_account text collate "C" not null,
  to_merchant text collate "C" not null,
  event text collate "C" not null,
  purchase text collate "C",
  unit text collate "C" not null,
  offer text collate "C" not null,
  offer_type text collate "C" not null,
  scheme text collate "C" not null,
  rule text collate "C" not null,
  lot text collate "C" not null,
  subject_kind text collate "C" not null,
  subject text collate "C" not null,
  reverses text collate "C" not null,
  reason text collate "C" not null,
  reason_sought text collate "C" not null,
  decided_by text collate "C" not null,
  counts_on text collate "C" not null,
  recorded_on text collate "C" not null,
  primary key (participant, number),
  unique (id, participant)
);
create index rewards_journal_reverses on rewards_journal (reverses, participant) where reverses <> '';
create index rewards_journal_event on rewards_journal (event);
create index rewards_journal_purchase on rewards_journal (purchase) where purchase is not null;
create index rewards_journal_recorded on rewards_journal (recorded_on);
create index rewards_journal_expiration on rewards_journal (participant, counts_on) where kind = 'AWARD_EXPIRATION';

create function rewards_journal_is_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of rewards_journal are never changed or deleted: a correction is another transaction.';
end
$$;
create trigger rewards_journal_only_added_to before update or delete on rewards_journal
  for each row execute function rewards_journal_is_only_added_to();
create trigger rewards_journal_never_emptied before truncate on rewards_journal
  for each statement execute function rewards_journal_is_only_added_to();

-- Every event that was recorded, and its first outcome; the transactions of the outcome are those of the journal behind the
-- number "entries_after", as many as "entries" says.
create table rewards_event (
  event text collate "C" not null primary key,
  participant text collate "C" not null,
  performed_on text collate "C" not null,
  entries_after bigint not null,
  entries integer not null,
  body text not null,
  outcome text not null
);

-- Events that wait for evaluation runs.
create table rewards_waiting (
  event text collate "C" not null primary key,
  event_system text collate "C" not null,
  event_id text collate "C" not null,
  performed_on text collate "C" not null,
  participant text collate "C" not null
);
create index rewards_waiting_date on rewards_waiting (performed_on, event_system, event_id);
create index rewards_waiting_participant on rewards_waiting (participant);

-- How much of each budget is used: how many awards, and how much in each denomination.
create table rewards_usage (
  kind text collate "C" not null,
  code text collate "C" not null,
  period text collate "C" not null,
  awards bigint not null,
  primary key (kind, code, period)
);
create table rewards_usage_amount (
  kind text collate "C" not null,
  code text collate "C" not null,
  period text collate "C" not null,
  denomination text collate "C" not null,
  scale smallint not null,
  units bigint not null,
  primary key (kind, code, period, denomination, scale)
);

-- Names that only one participant can hold.
create table rewards_name (
  kind text collate "C" not null,
  value text collate "C" not null,
  participant text collate "C" not null,
  primary key (kind, value)
);

-- What is to be done for others, until it is done, and until when a worker has claimed it.
create table rewards_follow_up (
  number bigint generated always as identity primary key,
  event text collate "C" not null unique,
  claimed_until text collate "C",
  body text not null
);

-- What is to be told, and until when a worker has claimed it; ids are kept when it was.
create table rewards_notification (
  number bigint generated always as identity primary key,
  id text collate "C" not null unique,
  delivered smallint not null,
  claimed_until text collate "C",
  body text not null
);
create index rewards_notification_open on rewards_notification (number) where delivered = 0;

-- Visits of evaluation runs that were put off.
create table rewards_schedule (
  participant text collate "C" not null,
  run text collate "C" not null,
  stamp text collate "C" not null,
  next_day text collate "C" not null,
  primary key (participant, run)
);

-- The runs of each definition, by the instants that they are about.
create table rewards_run (
  run text collate "C" not null,
  as_of text collate "C" not null,
  body text not null,
  primary key (run, as_of)
);

-- What there is once: what accounts rely on of the programme.
create table rewards_single (
  name text collate "C" not null primary key,
  body text not null
);

-- Events of files that were refused, by their line, until the file is through: so that one that goes on where it was
-- interrupted decides nothing twice.
create table rewards_refusal (
  file text collate "C" not null,
  line bigint not null,
  outcome text not null,
  primary key (file, line)
);
