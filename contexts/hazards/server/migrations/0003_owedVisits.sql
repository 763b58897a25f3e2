-- What a plan leaves an inspector to do in a running campaign: units nobody has checked yet, and known hazards nobody has
-- looked at again. One thing a campaign and person, so that a plan of hundreds of units is not hundreds of things on a desk.
create view hazards.owed_visit with (security_invoker = true) as
select due.kind || '/' || campaign.id || '/' || mine.inspector_id as id, due.kind, campaign.region_code, null::uuid as organisation_id,
  null::text as owner_role, mine.inspector_id as owner_person_id, campaign.name as subject, sum(outstanding)::text as detail,
  'campaign' as record_kind, campaign.id::text as record_id, min(mine.from_at) as owed_since,
  (campaign.to_on + 1)::timestamp at time zone 'Asia/Shanghai' as step_due_at, null::timestamptz as law_due_at
from hazards.assignment as mine
join hazards.campaign on campaign.id = mine.campaign_id
join hazards.unit on unit.unit_id = mine.unit_id and unit.closed_on is null and unit.alias_of is null
cross join lateral (
  select 'visit' as kind, 1 as outstanding where not exists (
    select from hazards.unit_checked as checked where checked.unit_id = mine.unit_id and checked.id = 'campaign/' || mine.campaign_id)
  union all
  select 'reinspect', count(*) from hazards.campaign_hazard as known
  where known.unit_id = mine.unit_id and known.campaign_id = mine.campaign_id and not exists (
    select from hazards.reinspection as look
    where look.unit_id = known.unit_id and look.hazard_id = known.hazard_id and look.campaign_id = known.campaign_id)
  having count(*) > 0
) as due
where mine.until_at is null and mine.inspector_id = nullif(current_setting('anlan.person_id', true), '')::uuid
  and (now() at time zone 'Asia/Shanghai')::date between campaign.from_on and campaign.to_on
group by due.kind, campaign.id, mine.inspector_id;
grant select on hazards.owed_visit to anlan_app;

create or replace view hazards.owed with (security_invoker = true) as
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
  end
union all
select id, kind, region_code, organisation_id, owner_role, owner_person_id, subject, detail, record_kind, record_id, owed_since,
  step_due_at, law_due_at
from hazards.owed_visit;
