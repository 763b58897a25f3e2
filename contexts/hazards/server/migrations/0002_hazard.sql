-- How many numbers were given: by county (by city or province where units lie higher) and year.
create table hazards.number_series (
  region_code text collate "C" not null,
  year integer not null,
  given bigint not null,
  primary key (region_code, year)
);
-- Whoever keeps a hazard takes its number, from wherever in the county he or she sees; the series itself nobody sees.
alter table hazards.number_series enable row level security;
create function hazards.take_numbers(of_region text, of_year integer, wanted integer) returns bigint
language sql volatile security definer set search_path = hazards, pg_temp
as $$
  insert into number_series (region_code, year, given) values (of_region, of_year, wanted)
  on conflict (region_code, year) do update set given = number_series.given + wanted
  returning given - wanted + 1
$$;
revoke all on function hazards.take_numbers from public;
grant execute on function hazards.take_numbers to anlan_app;

-- One row a hazard: its whole state as the rules made it, and what is searched for in columns.
create table hazards.hazard (
  unit_id uuid not null,
  id uuid not null,
  -- `330114-2026-00417`, written once and never changed; null only until the transaction that keeps the hazard ends, since
  -- the series is locked last.
  number text,
  -- What stood on paper when it was found, for ever; and where it counts now, rewritten with its unit.
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  -- Who answers for the unit; null for a place that no organisation on record answers for.
  organisation_id uuid,
  industry_code text not null,
  campaign_id uuid,
  -- 在册 or 新发现, of hazards in a campaign.
  registered boolean not null,
  how text not null,
  version integer not null,
  state text not null,
  level text check (level in ('general', 'major')),
  listed boolean not null,
  description text not null,
  assignee_id uuid,
  found_at timestamptz not null,
  step_due_at timestamptz,
  law_due_at timestamptz,
  -- The last day of the legal clock, while the work is not done; overdue is a question of the day asked, never a flag.
  due_on date,
  next_escalation_at timestamptz,
  closed_at timestamptz,
  -- Found in error, and closed as that.
  withdrawn boolean not null,
  -- Linked to an earlier one that came back, and not withdrawn.
  recurrent boolean not null,
  hazard jsonb not null,
  primary key (unit_id, id)
);
create index hazard_region on hazards.hazard (region_code, found_at desc, id desc);
create index hazard_found on hazards.hazard (found_at desc, id desc);
create index hazard_step_due on hazards.hazard (step_due_at, id);
create index hazard_law_due on hazards.hazard (law_due_at, id);
create index hazard_number on hazards.hazard (number);
-- 26-00417, as it is said.
create index hazard_short_number on hazards.hazard (substr(number, 10));
create index hazard_organisation on hazards.hazard (organisation_id);
create index hazard_due on hazards.hazard (due_on, region_code) where due_on is not null;
create index hazard_escalation on hazards.hazard (next_escalation_at) where next_escalation_at is not null;

-- Everything that ever happened to it; nothing is taken back.
create table hazards.hazard_event (
  unit_id uuid not null,
  hazard_id uuid not null,
  version integer not null,
  kind text not null,
  -- Null where the product itself did it.
  person_id uuid,
  at timestamptz not null,
  event jsonb not null,
  primary key (unit_id, hazard_id, version),
  foreign key (unit_id, hazard_id) references hazards.hazard (unit_id, id)
);

-- What is owed over a hazard now: written anew with each event, so that the desk reads it without the rules.
create table hazards.owing (
  unit_id uuid not null,
  hazard_id uuid not null,
  item text not null,
  kind text not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  owner_tier text not null,
  owner_role text not null,
  owner_organisation_id uuid,
  owner_person_id uuid,
  -- People of that role who may not do it: they had a hand in it, or asked for it.
  except_person_ids uuid[] not null,
  subject text not null,
  detail text,
  owed_since timestamptz not null,
  step_due_at timestamptz,
  law_due_at timestamptz,
  primary key (unit_id, hazard_id, item),
  foreign key (unit_id, hazard_id) references hazards.hazard (unit_id, id)
);
create index owing_role on hazards.owing (owner_role, region_code);
create index owing_person on hazards.owing (owner_person_id) where owner_person_id is not null;
create index owing_organisation on hazards.owing (organisation_id, owner_role);

-- Figures: a use case writes what it changed, summed over its transaction; a job adds that into the rollup.
create table hazards.figure_delta (
  id bigint generated always as identity primary key,
  figure text not null,
  region_code text collate "C" not null,
  industry_code text not null,
  campaign_id uuid,
  period text collate "C",
  level text,
  state text,
  registered boolean,
  change bigint not null
);
create index figure_delta_region on hazards.figure_delta (region_code, figure);

create table hazards.figure_rollup (
  figure text not null,
  region_code text collate "C" not null,
  industry_code text not null,
  campaign_id uuid,
  period text collate "C",
  level text,
  state text,
  registered boolean,
  total bigint not null,
  constraint figure_rollup_key unique nulls not distinct (region_code, figure, industry_code, campaign_id, period, level, state, registered)
);

alter table hazards.hazard enable row level security;
alter table hazards.hazard_event enable row level security;
alter table hazards.owing enable row level security;
alter table hazards.figure_delta enable row level security;
alter table hazards.figure_rollup enable row level security;

-- Whoever is to put it right sees it, also from another organisation.
create policy scope on hazards.hazard using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
  or assignee_id = nullif(current_setting('anlan.person_id', true), '')::uuid
) with check (current_setting('anlan.hi', true) > '');
-- Written beside the hazard, whose own policy judges the writer and whose key must stand: no second look for each event.
create policy scope on hazards.hazard_event using (
  exists (select from hazards.hazard where hazard.unit_id = hazard_event.unit_id and hazard.id = hazard_event.hazard_id)
) with check (current_setting('anlan.hi', true) > '');
create policy scope on hazards.owing using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
  or owner_person_id = nullif(current_setting('anlan.person_id', true), '')::uuid
  or exists (select from hazards.hazard where hazard.unit_id = owing.unit_id and hazard.id = owing.hazard_id)
);

-- Figures of a region are for who sees the whole of it; whoever changes a record writes what that changed.
create policy scope on hazards.figure_delta using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and current_setting('anlan.organisation_id', true) = ''
) with check (current_setting('anlan.hi', true) > '');
create policy scope on hazards.figure_rollup using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and current_setting('anlan.organisation_id', true) = ''
);

grant select, insert, update on hazards.hazard to anlan_app;
grant select, insert on hazards.hazard_event to anlan_app;
grant select, insert, delete, update on hazards.owing to anlan_app;
-- To lock the deltas it takes away, the folder needs the right to update them.
grant select, insert, update, delete on hazards.figure_delta to anlan_app;
grant select, insert, update on hazards.figure_rollup to anlan_app;

-- Who is to put a hazard right may come from another organisation, which does not see the unit: its name alone is told.
create function hazards.name_of_unit(of_unit uuid) returns text
language sql stable security definer set search_path = hazards, pg_temp
as $$ select name from hazards.unit where unit_id = of_unit $$;
revoke all on function hazards.name_of_unit from public;
grant execute on function hazards.name_of_unit to anlan_app;

-- What somebody owes here, for the desk: by the tier of the reader's scope, by the authority that has it in charge, and
-- never by who may not do it.
create view hazards.owed with (security_invoker = true) as
select unit_id || '.' || hazard_id || '.' || item as id, kind, region_code, organisation_id,
  case when owner_person_id is null then owner_role end as owner_role, owner_person_id, subject, detail,
  'hazard' as record_kind, unit_id || '.' || hazard_id as record_id, owed_since, step_due_at, law_due_at
from hazards.owing
where coalesce(current_setting('anlan.person_id', true), '') <> all (except_person_ids::text[])
  and case
    when owner_person_id is not null then true
    when current_setting('anlan.lo', true) = '' then true
    when owner_tier = 'unit' then organisation_id::text = current_setting('anlan.organisation_id', true)
    else current_setting('anlan.organisation_id', true) = ''
      and owner_tier = case length(current_setting('anlan.lo', true)) when 2 then 'province' when 4 then 'city' when 6 then 'county' else 'town' end
      and coalesce(owner_organisation_id::text = nullif(current_setting('anlan.acting_organisation_id', true), ''), true)
  end;

-- Changes by day; their sum up to a day is the figure of that day, except `overdue`, which is known for today alone.
create view hazards.region_figure with (security_invoker = true) as
select 'openHazards' as figure, region_code, organisation_id, (found_at at time zone 'Asia/Shanghai')::date as day, 1 as change
  from hazards.hazard where not withdrawn
union all select 'openHazards', region_code, organisation_id, (closed_at at time zone 'Asia/Shanghai')::date, -1
  from hazards.hazard where closed_at is not null and not withdrawn
union all select 'openMajorHazards', region_code, organisation_id, (found_at at time zone 'Asia/Shanghai')::date, 1
  from hazards.hazard where level = 'major' and not withdrawn
union all select 'openMajorHazards', region_code, organisation_id, (closed_at at time zone 'Asia/Shanghai')::date, -1
  from hazards.hazard where level = 'major' and closed_at is not null and not withdrawn
union all select 'overdueHazards', region_code, organisation_id, due_on + 1, 1
  from hazards.hazard where due_on is not null
union all select 'closedHazards', region_code, organisation_id, (closed_at at time zone 'Asia/Shanghai')::date, 1
  from hazards.hazard where closed_at is not null and not withdrawn;
grant select on hazards.owed, hazards.region_figure to anlan_app;
