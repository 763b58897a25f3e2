-- How many numbers were given: by county (by city or province where the authority sits higher) and year.
create table enforcement.number_series (
  region_code text collate "C" not null,
  year integer not null,
  given bigint not null,
  primary key (region_code, year)
);
-- Whoever begins a case takes its number; the series itself nobody sees.
alter table enforcement.number_series enable row level security;
create function enforcement.take_number(of_region text, of_year integer) returns bigint
language sql volatile security definer set search_path = enforcement, pg_temp
as $$
  insert into number_series (region_code, year, given) values (of_region, of_year, 1)
  on conflict (region_code, year) do update set given = number_series.given + 1
  returning given
$$;
revoke all on function enforcement.take_number from public;
grant execute on function enforcement.take_number to anlan_app;

-- One row a case: its whole state as the rules made it, and what is searched for in columns.
create table enforcement.case_file (
  unit_id uuid not null,
  id uuid not null,
  -- `钱塘应急〔2026〕3号`, written once and never changed.
  number text not null,
  -- What stood on paper when it began, for ever; and where it counts now, rewritten with its unit.
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  -- Who answers for the unit; null for a place that no organisation on record answers for.
  organisation_id uuid,
  authority_id uuid not null,
  unit_name text not null,
  procedure text not null check (procedure in ('ordinary', 'simple')),
  cause text not null,
  matter text not null,
  party_name text not null,
  version integer not null,
  state text not null,
  outcome text,
  -- The party knows of it.
  party_sees boolean not null,
  hazard_ids uuid[] not null,
  proposed_at timestamptz not null,
  opened_on date,
  noticed_on date,
  decided_on date,
  served_on date,
  performed_on date,
  closed_at timestamptz,
  fine_yuan bigint,
  paid_yuan bigint not null,
  step_due_at timestamptz,
  law_due_at timestamptz,
  -- When what is owed changes by itself: the party's days run out, or the term to pay.
  turns_at timestamptz,
  held jsonb not null,
  primary key (unit_id, id)
);
create index case_region on enforcement.case_file (region_code, proposed_at desc, id desc);
create index case_proposed on enforcement.case_file (proposed_at desc, id desc);
create index case_number on enforcement.case_file (number);
create index case_organisation on enforcement.case_file (organisation_id);
create index case_turns on enforcement.case_file (turns_at) where turns_at is not null;
create index case_hazards on enforcement.case_file using gin (hazard_ids);

-- Everything that ever happened to it; nothing is taken back.
create table enforcement.case_event (
  unit_id uuid not null,
  case_id uuid not null,
  version integer not null,
  kind text not null,
  person_id uuid not null,
  at timestamptz not null,
  event jsonb not null,
  primary key (unit_id, case_id, version),
  foreign key (unit_id, case_id) references enforcement.case_file (unit_id, id)
);

-- What came of a fine, for what is counted by day.
create table enforcement.payment (
  unit_id uuid not null,
  case_id uuid not null,
  place integer not null,
  paid_on date not null,
  yuan bigint not null,
  primary key (unit_id, case_id, place),
  foreign key (unit_id, case_id) references enforcement.case_file (unit_id, id)
);

-- The unit as it stood when a paper was made: printed in ten years it still says what was served.
create table enforcement.paper_unit (
  unit_id uuid not null,
  case_id uuid not null,
  version integer not null,
  name text not null,
  uscc text,
  address text,
  head_name text,
  primary key (unit_id, case_id, version),
  foreign key (unit_id, case_id) references enforcement.case_file (unit_id, id)
);

-- What is owed over a case now: written anew with each event, so that the desk reads it without the rules.
create table enforcement.owing (
  unit_id uuid not null,
  case_id uuid not null,
  item text not null,
  kind text not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  authority_id uuid not null,
  owner_side text not null check (owner_side in ('authority', 'party')),
  owner_role text not null,
  owner_person_id uuid,
  -- People of that role who may not do it: they investigated.
  except_person_ids uuid[] not null,
  subject text not null,
  detail text,
  owed_since timestamptz not null,
  step_due_at timestamptz,
  law_due_at timestamptz,
  primary key (unit_id, case_id, item),
  foreign key (unit_id, case_id) references enforcement.case_file (unit_id, id)
);
create index owing_role on enforcement.owing (owner_role, region_code);
create index owing_person on enforcement.owing (owner_person_id) where owner_person_id is not null;

-- The certificate of an officer as his authority last stated it, so that nobody types it twice.
create table enforcement.certificate (
  authority_id uuid not null,
  person_id uuid not null,
  certificate_no text not null,
  valid_to date not null,
  primary key (authority_id, person_id)
);

alter table enforcement.case_file enable row level security;
alter table enforcement.case_event enable row level security;
alter table enforcement.payment enable row level security;
alter table enforcement.paper_unit enable row level security;
alter table enforcement.owing enable row level security;
alter table enforcement.certificate enable row level security;

-- A unit sees its own case once it was told of it, and no other.
create policy scope on enforcement.case_file using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and (current_setting('anlan.organisation_id', true) = ''
    or party_sees and organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
) with check (current_setting('anlan.hi', true) > '');
create policy scope on enforcement.case_event using (
  exists (select from enforcement.case_file as held where held.unit_id = case_event.unit_id and held.id = case_event.case_id)
);
create policy scope on enforcement.payment using (
  exists (select from enforcement.case_file as held where held.unit_id = payment.unit_id and held.id = payment.case_id)
);
create policy scope on enforcement.paper_unit using (
  exists (select from enforcement.case_file as held where held.unit_id = paper_unit.unit_id and held.id = paper_unit.case_id)
);
create policy scope on enforcement.owing using (
  exists (select from enforcement.case_file as held where held.unit_id = owing.unit_id and held.id = owing.case_id)
);
-- Each authority has its own.
create policy scope on enforcement.certificate using (
  authority_id = nullif(current_setting('anlan.acting_organisation_id', true), '')::uuid
  and current_setting('anlan.organisation_id', true) = ''
);

grant select, insert, update on enforcement.case_file to anlan_app;
grant select, insert on enforcement.case_event, enforcement.payment, enforcement.paper_unit to anlan_app;
grant select, insert, update, delete on enforcement.owing to anlan_app;
grant select, insert, update on enforcement.certificate to anlan_app;

-- What somebody owes here, for the desk: an authority's own cases by role or by name, a party's by its head.
create view enforcement.owed with (security_invoker = true) as
select unit_id || '.' || case_id || '.' || item as id, kind, region_code, organisation_id,
  case when owner_person_id is null then owner_role end as owner_role, owner_person_id, subject, detail,
  'case' as record_kind, unit_id || '.' || case_id as record_id, owed_since, step_due_at, law_due_at
from enforcement.owing
where coalesce(current_setting('anlan.person_id', true), '') <> all (except_person_ids::text[])
  and case
    when owner_person_id is not null then true
    when current_setting('anlan.lo', true) = '' then true
    when owner_side = 'party' then organisation_id::text = current_setting('anlan.organisation_id', true)
    else current_setting('anlan.organisation_id', true) = ''
      and authority_id::text = current_setting('anlan.acting_organisation_id', true)
  end;

-- Changes by day; their sum up to a day is the figure of that day.
create view enforcement.region_figure with (security_invoker = true) as
select 'openCases' as figure, region_code, organisation_id, (proposed_at at time zone 'Asia/Shanghai')::date as day, 1 as change
  from enforcement.case_file
union all select 'openCases', region_code, organisation_id, (closed_at at time zone 'Asia/Shanghai')::date, -1
  from enforcement.case_file where closed_at is not null
union all select 'closedCases', region_code, organisation_id, (closed_at at time zone 'Asia/Shanghai')::date, 1
  from enforcement.case_file where closed_at is not null;

-- What happened by day, for the bulletin: cases, and yuan.
create view enforcement.tally with (security_invoker = true) as
select 'opened' as figure, region_code, opened_on as day, 1::bigint as change from enforcement.case_file where opened_on is not null
union all select 'noticed', region_code, noticed_on, 1 from enforcement.case_file where noticed_on is not null
union all select 'decided', region_code, decided_on, 1 from enforcement.case_file where decided_on is not null
union all select 'served', region_code, served_on, 1 from enforcement.case_file where served_on is not null
union all select 'performed', region_code, performed_on, 1 from enforcement.case_file where performed_on is not null
union all select 'penaltyYuan', region_code, decided_on, fine_yuan from enforcement.case_file where decided_on is not null and fine_yuan > 0
union all select 'collectedYuan', held.region_code, payment.paid_on, payment.yuan
  from enforcement.payment join enforcement.case_file as held on held.unit_id = payment.unit_id and held.id = payment.case_id;

grant select on enforcement.owed, enforcement.region_figure, enforcement.tally to anlan_app;
