-- The tables of the rewards store, first format. Texts that are compared are compared by their code points (the collation BINARY).
-- Instants are texts of equal length that sort by time; amounts are whole numbers of the smallest unit beside their
-- denomination. What is only read and written as a whole is JSON in a column "body".

create table rewards_format (
  format integer not null primary key
) strict;
insert into rewards_format (format) values (1);

-- One row for each participant: what is open, but for the lots. Every event that changes the account raises the version.
create table rewards_participant (
  id text not null primary key,
  version integer not null,
  state text not null,
  replaced_by text,
  expires text,
  body text not null
) strict;
create index rewards_participant_expires on rewards_participant (expires, id) where expires is not null;

-- What participants are sought by: their names and contacts, segments and tier, in small letters.
create table rewards_sought (
  participant text not null,
  field text not null,
  value text not null,
  primary key (participant, field, value)
) strict;
create index rewards_sought_value on rewards_sought (field, value, participant);

-- The registration, whose scheme is empty, and the memberships in force.
create table rewards_sign_up (
  participant text not null,
  scheme text not null,
  unit text not null,
  signed_up_on text not null,
  primary key (participant, scheme)
) strict;
create index rewards_sign_up_scheme on rewards_sign_up (scheme, signed_up_on, participant);

-- Lots, those that hold money (is_open = 1) in their place in the wallet.
create table rewards_lot (
  participant text not null,
  id text not null,
  place integer not null,
  is_open integer not null,
  voucher text,
  body text not null,
  primary key (participant, id)
) strict;
create index rewards_lot_open on rewards_lot (participant, place) where is_open = 1;
create index rewards_lot_voucher on rewards_lot (participant, voucher) where voucher is not null;

-- The events that a lot is of: that which earned it, those which count for it, and that which made it of points.
create table rewards_lot_event (
  participant text not null,
  event text not null,
  lot text not null,
  primary key (participant, event, lot)
) strict;

-- Awards, own ones and those of duplicates (own = 0), and what of them stands. A subject is its kind and its text, such as
-- "DAY 2026-03-05", and empty where the award is for nothing in particular.
create table rewards_award (
  participant text not null,
  lot text not null,
  offer text not null,
  offer_type text not null,
  scheme text not null,
  subject text not null,
  units integer not null,
  denomination text not null,
  scale integer not null,
  awarded_on text not null,
  own integer not null,
  dependence text not null,
  body text not null,
  primary key (participant, lot)
) strict;
create index rewards_award_offer on rewards_award (participant, offer, awarded_on, lot) where units > 0;
create index rewards_award_date on rewards_award (participant, awarded_on, lot) where units > 0 and own = 1;
create index rewards_award_subject on rewards_award (participant, offer, subject) where units > 0 and subject <> '';
create index rewards_award_dependence on rewards_award (participant, dependence, awarded_on)
  where units > 0 and dependence <> 'NONE';

-- What stands of the awards of an offer, all together (of_subject = 0) and by what they were for.
create table rewards_award_sum (
  participant text not null,
  offer text not null,
  of_subject integer not null,
  subject text not null,
  denomination text not null,
  scale integer not null,
  own integer not null,
  awards integer not null,
  units integer not null,
  primary key (participant, offer, of_subject, subject, denomination, scale, own)
) strict;

-- How many awards and spends stand, by whose money they move.
create table rewards_standing (
  participant text not null,
  kind text not null,
  offer text not null,
  offer_type text not null,
  scheme text not null,
  number integer not null,
  primary key (participant, kind, offer, offer_type, scheme)
) strict;

-- Purchases on which money was spent or of which goods came back, as they stand.
create table rewards_sale (
  participant text not null,
  purchase text not null,
  body text not null,
  primary key (participant, purchase)
) strict;

-- Events that never happened after all.
create table rewards_cancelled (
  participant text not null,
  event text not null,
  primary key (participant, event)
) strict;

-- What no award has used up and can count only for late events.
create table rewards_counted (
  participant text not null,
  offer text not null,
  event text not null,
  event_system text not null,
  event_id text not null,
  performed_on text not null,
  body text not null,
  primary key (participant, offer, event)
) strict;
create index rewards_counted_date on rewards_counted (participant, offer, performed_on, event_system, event_id);
create index rewards_counted_event on rewards_counted (participant, event, offer);

-- The journals. Rows are added and never changed. An account is named by its kind, and that of a merchant also by the code
-- of its unit. The reason is sought in small letters.
create table rewards_journal (
  participant text not null,
  number integer not null,
  id text not null,
  hash text not null,
  kind text not null,
  units integer not null,
  denomination text not null,
  scale integer not null,
  from_account text not null,
  from_merchant text not null,
  to_account text not null,
  to_merchant text not null,
  event text not null,
  purchase text,
  unit text not null,
  offer text not null,
  offer_type text not null,
  scheme text not null,
  rule text not null,
  lot text not null,
  subject_kind text not null,
  subject text not null,
  reverses text not null,
  reason text not null,
  reason_sought text not null,
  decided_by text not null,
  counts_on text not null,
  recorded_on text not null,
  primary key (participant, number),
  unique (id, participant)
) strict;
create index rewards_journal_reverses on rewards_journal (reverses, participant) where reverses <> '';
create index rewards_journal_event on rewards_journal (event);
create index rewards_journal_purchase on rewards_journal (purchase) where purchase is not null;
create index rewards_journal_recorded on rewards_journal (recorded_on);
create index rewards_journal_expiration on rewards_journal (participant, counts_on) where kind = 'AWARD_EXPIRATION';

create trigger rewards_journal_never_changed before update on rewards_journal
begin
  select raise(abort, 'Rows of rewards_journal are never changed or deleted: a correction is another transaction.');
end;
create trigger rewards_journal_never_deleted before delete on rewards_journal
begin
  select raise(abort, 'Rows of rewards_journal are never changed or deleted: a correction is another transaction.');
end;

-- Every event that was recorded, and its first outcome; the transactions of the outcome are those of the journal behind the
-- number "entries_after", as many as "entries" says.
create table rewards_event (
  event text not null primary key,
  participant text not null,
  performed_on text not null,
  entries_after integer not null,
  entries integer not null,
  body text not null,
  outcome text not null
) strict;

-- Events that wait for evaluation runs.
create table rewards_waiting (
  event text not null primary key,
  event_system text not null,
  event_id text not null,
  performed_on text not null,
  participant text not null
) strict;
create index rewards_waiting_date on rewards_waiting (performed_on, event_system, event_id);
create index rewards_waiting_participant on rewards_waiting (participant);

-- How much of each budget is used: how many awards, and how much in each denomination.
create table rewards_usage (
  kind text not null,
  code text not null,
  period text not null,
  awards integer not null,
  primary key (kind, code, period)
) strict;
create table rewards_usage_amount (
  kind text not null,
  code text not null,
  period text not null,
  denomination text not null,
  scale integer not null,
  units integer not null,
  primary key (kind, code, period, denomination, scale)
) strict;

-- Names that only one participant can hold.
create table rewards_name (
  kind text not null,
  value text not null,
  participant text not null,
  primary key (kind, value)
) strict;

-- What is to be done for others, until it is done, and until when a worker has claimed it.
create table rewards_follow_up (
  number integer primary key autoincrement,
  event text not null unique,
  claimed_until text,
  body text not null
) strict;

-- What is to be told, and until when a worker has claimed it; ids are kept when it was.
create table rewards_notification (
  number integer primary key autoincrement,
  id text not null unique,
  delivered integer not null,
  claimed_until text,
  body text not null
) strict;
create index rewards_notification_open on rewards_notification (number) where delivered = 0;

-- Visits of evaluation runs that were put off.
create table rewards_schedule (
  participant text not null,
  run text not null,
  stamp text not null,
  next_day text not null,
  primary key (participant, run)
) strict;

-- The runs of each definition, by the instants that they are about.
create table rewards_run (
  run text not null,
  as_of text not null,
  body text not null,
  primary key (run, as_of)
) strict;

-- What there is once: what accounts rely on of the programme.
create table rewards_single (
  name text not null primary key,
  body text not null
) strict;

-- Events of files that were refused, by their line, until the file is through: so that one that goes on where it was
-- interrupted decides nothing twice.
create table rewards_refusal (
  file text not null,
  line integer not null,
  outcome text not null,
  primary key (file, line)
) strict;
