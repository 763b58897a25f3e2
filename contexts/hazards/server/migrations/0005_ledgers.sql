-- Which row of which ledger became which record: what is sent again is found here and not written twice.
create table hazards.ledger_row (
  unit_id uuid not null,
  -- `unit`; `hazard/no/` or `visit/no/` and the ledger's own number; without one `hazard/` or `visit/` and the SM3 of what tells
  -- the record apart.
  key text not null,
  record_id uuid not null,
  import_id uuid not null,
  sheet integer not null,
  row integer not null,
  -- SM3 of the row's values as they were sent.
  digest text not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  at timestamptz not null,
  primary key (unit_id, key)
);
alter table hazards.ledger_row enable row level security;
create policy scope on hazards.ledger_row using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
);
grant select, insert, update on hazards.ledger_row to anlan_app;

-- What an old ledger says of a visit beyond what a visit of the product holds: by whom, of which department, how many
-- hazards; null for a visit that was recorded here.
alter table hazards.visit add column ledger jsonb;

-- A ledger that names neither code nor place finds its unit by the name alone.
create index unit_name on hazards.unit (name);

-- Units under any of many keys, in or out of scope, closed and joined ones too: what was registered once is not registered
-- again by a ledger. Of one out of scope nothing is told but that it is there.
create function hazards.units_of_keys(keys text[])
returns table (key text, unit_id uuid, name text, uscc text, region_code text, organisation_id uuid, lng double precision, lat double precision, closed_on date, alias_of uuid)
language sql stable security definer set search_path = hazards, pg_temp
as $$
  select unit_key.key, unit.unit_id, unit.name, unit.uscc, unit.region_code, unit.organisation_id, unit.lng, unit.lat, unit.closed_on, unit.alias_of
  from unnest(keys) as asked (key)
  cross join lateral (select unit_key.key, unit_key.unit_id from hazards.unit_key where unit_key.key = asked.key offset 0) as unit_key
  cross join lateral (select * from hazards.unit where unit.unit_id = unit_key.unit_id offset 0) as unit
$$;
revoke all on function hazards.units_of_keys from public;
grant execute on function hazards.units_of_keys to anlan_app;
