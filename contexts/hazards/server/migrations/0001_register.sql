-- The register of what is visited. Nothing leaves it: a unit is closed with a day, or joined to the one it doubles.
create table hazards.unit (
  unit_id uuid primary key,
  kind text not null,
  name text not null,
  -- GB 32100; absent for a place that is no legal person.
  uscc text,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  -- Who answers for it; null for a place that no organisation on record answers for.
  organisation_id uuid,
  industry_code text not null,
  tags text[] not null default '{}',
  -- red, orange, yellow, blue; null where nobody has graded it.
  risk_colour text check (risk_colour in ('red', 'orange', 'yellow', 'blue')),
  responsible_person_id uuid,
  address text,
  lng double precision,
  lat double precision,
  -- What it can hold by design, and who lives within 500 m: what GB 18218 asks for.
  chemicals jsonb not null default '[]',
  exposed_people integer,
  registered_on date not null,
  closed_on date,
  close_reason text,
  -- The unit that stands for both since this one was found to be its double.
  alias_of uuid,
  -- Why it was registered although it looked like another.
  double_reason text,
  version integer not null default 1,
  made_at timestamptz not null,
  check ((lng is null) = (lat is null)),
  check (alias_of is distinct from unit_id)
);
create index unit_region on hazards.unit (region_code, unit_id);
create index unit_organisation on hazards.unit (organisation_id) where organisation_id is not null;
create index unit_industry on hazards.unit (industry_code, region_code);
create index unit_alias_of on hazards.unit (alias_of) where alias_of is not null;

-- Under which keys a double is looked for, so that nobody compares all with all.
create table hazards.unit_key (
  unit_id uuid not null,
  key text not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  primary key (unit_id, key)
);
create index unit_key_key on hazards.unit_key (key);

-- The trace of a joining: who found the two to be one, when and why. No row of either unit moves.
create table hazards.unit_alias (
  unit_id uuid not null,
  id uuid not null,
  into_id uuid not null,
  reason text not null,
  score double precision not null,
  reasons text[] not null,
  person_id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  -- Since when the two are known to be two after all, by whom and why; the row stays.
  ended_at timestamptz,
  end_reason text,
  ended_by uuid,
  ended_post_id uuid,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  primary key (unit_id, id),
  check ((ended_at is null) = (end_reason is null) and (ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_post_id is null))
);
create unique index unit_alias_now on hazards.unit_alias (unit_id) where ended_at is null;
create index unit_alias_into on hazards.unit_alias (into_id);

-- Lists that set units apart: 重点县 (by region), 重点企业 (unit by unit).
create table hazards.special_list (
  id uuid primary key,
  name text not null,
  basis text not null,
  -- Every unit below one of these is on the list.
  regions text[] not null default '{}',
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid not null,
  opened_on date not null,
  closed_on date,
  version integer not null default 1,
  made_at timestamptz not null
);
create table hazards.special_listing (
  unit_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  reason text not null,
  from_on date not null,
  to_on date,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  primary key (unit_id, id)
);
create index special_listing_list on hazards.special_listing (list_id, region_code, unit_id);

-- Editions of checklists that an administrator entered beside those of the program. An edition is written once.
create table hazards.checklist (
  key text not null,
  edition text not null,
  content jsonb not null,
  person_id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  primary key (key, edition)
);

create table hazards.campaign (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('ordinary', 'flood')),
  from_on date not null,
  to_on date not null,
  goals text not null,
  goal_percent integer not null check (goal_percent between 1 and 100),
  checklists text[] not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid not null,
  -- Null for what the product itself made.
  made_by uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  -- Ended early: `to_on` is then its last day, and what it was to be before is kept.
  ended_on date,
  end_reason text,
  planned_to_on date,
  check ((ended_on is null) = (end_reason is null) and (ended_on is null) = (planned_to_on is null)),
  -- One that was called off before its first day has no day at all.
  check (from_on <= to_on or ended_on is not null)
);
create index campaign_period on hazards.campaign (from_on, id);

create table hazards.campaign_target (
  unit_id uuid not null,
  campaign_id uuid not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  at timestamptz not null,
  -- Since when it is out of the campaign again; why stands in `target_removal`.
  out_at timestamptz,
  primary key (unit_id, campaign_id)
);
create index campaign_target_campaign on hazards.campaign_target (campaign_id, region_code, unit_id);

-- Each time that a unit was taken out of a campaign: by whom and why. It may be put back; the trace stays.
create table hazards.target_removal (
  unit_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  reason text not null,
  person_id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  primary key (unit_id, id)
);
create index target_removal_campaign on hazards.target_removal (campaign_id, id);

-- 在册: hazards known before, each to be looked at again.
create table hazards.campaign_hazard (
  unit_id uuid not null,
  campaign_id uuid not null,
  hazard_id uuid not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  at timestamptz not null,
  primary key (unit_id, campaign_id, hazard_id)
);
create index campaign_hazard_campaign on hazards.campaign_hazard (campaign_id, region_code, unit_id);

-- Who is to visit a unit. A new plan ends the row of the old one and writes its own.
create table hazards.assignment (
  unit_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  inspector_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz,
  planned_by uuid not null,
  reason text not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  primary key (unit_id, id)
);
create unique index assignment_now on hazards.assignment (unit_id, campaign_id) where until_at is null;
create index assignment_campaign on hazards.assignment (campaign_id, region_code, unit_id) where until_at is null;
create index assignment_inspector on hazards.assignment (inspector_id) where until_at is null;

-- 家次. The id is the phone's, made with the visit, so that what arrives twice is one.
create table hazards.visit (
  unit_id uuid not null,
  id uuid not null,
  campaign_id uuid,
  how text not null,
  announced boolean not null,
  result text not null check (result in ('checked', 'notAdmitted')),
  on_day date not null,
  note text not null,
  lng double precision,
  lat double precision,
  accuracy_metres double precision,
  no_position_reason text,
  claimed_at timestamptz not null,
  received_at timestamptz not null,
  answers jsonb not null,
  -- What was found on it; the hazards have a life of their own.
  hazard_ids uuid[] not null,
  -- SM3 of what was sent: the same again is the same visit, another under its id is refused.
  digest text not null,
  person_id uuid not null,
  post_id uuid not null,
  visitor_organisation_id uuid not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  primary key (unit_id, id)
);
create index visit_claimed on hazards.visit (claimed_at desc, id desc);
create index visit_region on hazards.visit (region_code, claimed_at desc, id desc);
create index visit_campaign on hazards.visit (campaign_id, region_code) where campaign_id is not null;
create index visit_id on hazards.visit (id);

-- A registered hazard looked at again on a visit.
create table hazards.reinspection (
  unit_id uuid not null,
  visit_id uuid not null,
  hazard_id uuid not null,
  campaign_id uuid not null,
  finding text not null check (finding in ('gone', 'stillThere', 'worse')),
  note text not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  primary key (unit_id, visit_id, hazard_id),
  foreign key (unit_id, visit_id) references hazards.visit (unit_id, id)
);
create index reinspection_campaign on hazards.reinspection (campaign_id, region_code);

-- One row for each (unit, month) and (unit, campaign) that was checked: `month/2026-11`, `campaign/<id>`.
create table hazards.unit_checked (
  unit_id uuid not null,
  id text not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  at timestamptz not null,
  primary key (unit_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['unit', 'unit_key', 'unit_alias', 'special_listing', 'campaign_target', 'target_removal', 'campaign_hazard', 'assignment', 'visit', 'reinspection', 'unit_checked'] loop
    execute format('alter table hazards.%I enable row level security', name);
    execute format($policy$create policy scope on hazards.%I using (
      region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
      and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
    )$policy$, name);
    execute format('grant select, insert, update on hazards.%I to anlan_app', name);
  end loop;
  -- Campaigns, special lists and checklists are told to whoever is signed in; they are made where one answers for the region.
  foreach name in array array['special_list', 'campaign'] loop
    execute format('alter table hazards.%I enable row level security', name);
    execute format('create policy told on hazards.%I for select using (current_setting(''anlan.hi'', true) > '''')', name);
    execute format($policy$create policy scope on hazards.%I using (
      region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
      and current_setting('anlan.organisation_id', true) = ''
    )$policy$, name);
    execute format('grant select, insert, update on hazards.%I to anlan_app', name);
  end loop;
end $$;
-- The criteria hold for everybody, and reading them is open; they are written once.
alter table hazards.checklist enable row level security;
create policy told on hazards.checklist for select using (current_setting('anlan.hi', true) > '');
create policy made on hazards.checklist for insert with check (current_setting('anlan.hi', true) > '');
grant select, insert on hazards.checklist to anlan_app;
-- A key of a unit that was renamed is taken away, and the marks of a double go to the unit that stands.
grant delete on hazards.unit_key, hazards.unit_checked to anlan_app;

-- A double may lie beyond the scope of whoever registers: what tells units apart is compared, and only the name is told.
create function hazards.units_with_keys(keys text[], except_id uuid)
returns table (unit_id uuid, name text, uscc text, region_code text, lng double precision, lat double precision)
language sql stable security definer set search_path = hazards, pg_temp
as $$
  select unit.unit_id, unit.name, unit.uscc, unit.region_code, unit.lng, unit.lat from hazards.unit
  where unit.unit_id in (select unit_key.unit_id from hazards.unit_key where unit_key.key = any(keys))
    and unit.unit_id is distinct from except_id and unit.closed_on is null and unit.alias_of is null
  order by unit.unit_id limit 50
$$;
revoke all on function hazards.units_with_keys from public;
grant execute on function hazards.units_with_keys to anlan_app;

-- A double may have doubles beyond the scope of whoever joins it: they follow, so that `alias_of` always names the unit that
-- stands and never one that was joined itself.
create function hazards.repoint_aliases(from_id uuid, into_id uuid) returns void
language sql security definer set search_path = hazards, pg_temp
as $$
  update hazards.unit set alias_of = into_id where alias_of = from_id
$$;
revoke all on function hazards.repoint_aliases from public;
grant execute on function hazards.repoint_aliases to anlan_app;

-- Every unit that stands as one with this, in or out of scope: by which one it is counted, and into which it was joined.
create function hazards.joined_group(of_id uuid)
returns table (unit_id uuid, alias_of uuid, into_id uuid)
language sql stable security definer set search_path = hazards, pg_temp
as $$
  with stands as (select coalesce(unit.alias_of, unit.unit_id) as id from hazards.unit where unit.unit_id = of_id)
  select unit.unit_id, unit.alias_of, trace.into_id from hazards.unit
  left join hazards.unit_alias trace on trace.unit_id = unit.unit_id and trace.ended_at is null
  where unit.unit_id = (select id from stands) or unit.alias_of = (select id from stands)
  order by unit.unit_id
$$;
revoke all on function hazards.joined_group from public;
grant execute on function hazards.joined_group to anlan_app;
