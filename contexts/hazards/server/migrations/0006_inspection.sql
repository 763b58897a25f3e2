-- The months in which a hazard was found to have been closed falsely, so that a list finds what a figure counts.
alter table hazards.hazard add column falsely_closed text[] not null default '{}';
update hazards.hazard set hazard = hazard || '{"falselyClosed": []}';
create index hazard_falsely_closed on hazards.hazard using gin (falsely_closed) where falsely_closed <> '{}';

-- When the first answer was given on the phone; null where nobody can say, as for a visit from a ledger.
alter table hazards.visit add column begun_at timestamptz;

-- What one person did one after the other, wherever.
create index visit_person on hazards.visit (person_id, claimed_at);
create index visit_received on hazards.visit (received_at, id);
create index hazard_event_person on hazards.hazard_event (person_id, at) where kind in ('found', 'reviewed', 'reviewRefused');

-- What supervision draws from: hazards closed here as put right, with everybody who had a part in that. What a ledger says was
-- closed before the product had it, nobody here closed.
create view hazards.closed_hazard with (security_invoker = true) as
select hazard.unit_id, hazard.id as hazard_id, hazard.number, hazard.version, hazard.region_code, hazard.recorded_region, hazard.organisation_id,
  hazard.industry_code, hazard.level, hazard.description, hazards.name_of_unit(hazard.unit_id) as unit_name, hazard.found_at, hazard.closed_at,
  coalesce((hazard.hazard #>> '{found,place,lng}')::double precision, unit.lng) as lng,
  coalesce((hazard.hazard #>> '{found,place,lat}')::double precision, unit.lat) as lat,
  coalesce((hazard.hazard #>> '{found,place,accuracyMetres}')::double precision, 0) as accuracy_metres,
  (hazard.hazard #>> '{closing,by,personId}')::uuid as closer_id, hazard.hazard #>> '{closing,by,tier}' as closer_tier,
  (hazard.hazard #>> '{closing,by,organisationId}')::uuid as closer_organisation_id,
  (hazard.hazard #>> '{review,step,by,personId}')::uuid as reviewer_id, hazard.hazard #>> '{review,step,by,tier}' as reviewer_tier,
  (hazard.hazard #>> '{found,step,by,personId}')::uuid as finder_id,
  array(select distinct (hand ->> 'personId')::uuid from jsonb_array_elements(hazard.hazard -> 'hands') as hand) as hand_ids
from hazards.hazard left join hazards.unit on unit.unit_id = hazard.unit_id
where hazard.state = 'closed' and hazard.hazard ->> 'outcome' = 'rectified';

-- Visits as they were made here: where, how long, what was said. Those of a ledger were made by somebody else.
create view hazards.made_visit with (security_invoker = true) as
select visit.unit_id, visit.id as visit_id, visit.region_code, visit.recorded_region, visit.organisation_id, visit.how, visit.result,
  visit.claimed_at, visit.received_at, visit.begun_at, visit.note, visit.lng, visit.lat, visit.accuracy_metres,
  visit.person_id, visit.visitor_organisation_id, unit.name as unit_name, unit.lng as unit_lng, unit.lat as unit_lat, unit.kind as unit_kind,
  jsonb_array_length(visit.answers) as answered,
  (select count(*) from jsonb_array_elements(visit.answers) as answer where answer ->> 'answer' <> 'no')::integer as in_order,
  visit.hazard_ids
from hazards.visit join hazards.unit on unit.unit_id = visit.unit_id
where visit.ledger is null;

-- Where somebody was by his device, and when: visits, findings and reviews.
create view hazards.positioned_deed with (security_invoker = true) as
select person_id, claimed_at as at, lng, lat, coalesce(accuracy_metres, 0) as accuracy_metres, 'visit' as record_kind,
  unit_id || '.' || id as record_id, unit_id, region_code, organisation_id
from hazards.visit where lng is not null and ledger is null
union all
select event.person_id, (event.event #>> '{step,claimedAt}')::timestamptz, (fix.place ->> 'lng')::double precision, (fix.place ->> 'lat')::double precision,
  (fix.place ->> 'accuracyMetres')::double precision, 'hazard', event.unit_id || '.' || event.hazard_id, event.unit_id, hazard.region_code, hazard.organisation_id
from hazards.hazard_event as event
join hazards.hazard on hazard.unit_id = event.unit_id and hazard.id = event.hazard_id
cross join lateral (select case event.kind when 'found' then event.event #> '{found,place}' else event.event #> '{presence,position}' end as place) as fix
where event.kind in ('found', 'reviewed', 'reviewRefused') and jsonb_typeof(fix.place) = 'object';

grant select on hazards.closed_hazard, hazards.made_visit, hazards.positioned_deed to anlan_app;

-- Where a unit counts and how it is called.
create view hazards.told_unit with (security_invoker = true) as
select unit_id, name as unit_name, region_code, recorded_region, organisation_id from hazards.unit;
grant select on hazards.told_unit to anlan_app;
