-- Tiers.

-- What events add to the units of purchases by which tiers are reached, and take off them. It counts at the date of the
-- purchase, and is looked at from when it is seen.
create table rewards_tier_units (
  participant text not null,
  event text not null,
  purchase text not null,
  counts_on text not null,
  seen_on text not null,
  units integer not null,
  denomination text not null,
  scale integer not null,
  primary key (participant, event, purchase)
) strict;
create index rewards_tier_units_date on rewards_tier_units (participant, counts_on);

insert into rewards_format (format) values (3);
