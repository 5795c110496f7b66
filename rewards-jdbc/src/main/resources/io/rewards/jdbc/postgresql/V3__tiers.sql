-- Tiers.

-- What events add to the units of purchases by which tiers are reached, and take off them. It counts at the date of the
-- purchase, and is looked at from when it is seen.
create table rewards_tier_units (
  participant text collate "C" not null,
  event text collate "C" not null,
  purchase text collate "C" not null,
  counts_on text collate "C" not null,
  seen_on text collate "C" not null,
  units bigint not null,
  denomination text collate "C" not null,
  scale smallint not null,
  primary key (participant, event, purchase)
);
create index rewards_tier_units_date on rewards_tier_units (participant, counts_on);

insert into rewards_format (format) values (3);
