-- What supervision counts: by day from the records, by whole month from the figures; the two say the same, and each number
-- has a list that shows what it counts.
create index hazard_found_day on hazards.hazard (((found_at at time zone 'Asia/Shanghai')::date), region_code);
create index hazard_closed_day on hazards.hazard (((closed_at at time zone 'Asia/Shanghai')::date), region_code) where closed_at is not null;
create index visit_day on hazards.visit (on_day, region_code);

-- 五落实: responsibility, measures, funds, time limit and contingency are all stated.
create function hazards.five_in_place(hazard jsonb) returns boolean
language sql immutable
as $$
  select coalesce(jsonb_typeof(hazard -> 'plan') = 'object'
    and hazard -> 'plan' ->> 'responsibility' is not null and hazard -> 'plan' ->> 'measures' is not null
    and hazard -> 'plan' ->> 'fundsYuan' is not null and hazard -> 'plan' ->> 'dueOn' is not null
    and hazard -> 'plan' ->> 'contingency' is not null, false)
$$;

create view hazards.tally with (security_invoker = true) as
select 'visits' as figure, region_code, on_day as day, 1 as change, campaign_id from hazards.visit where result = 'checked'
union all select 'selfChecks', region_code, on_day, 1, campaign_id from hazards.visit where result = 'checked' and how = 'selfCheck'
union all select 'notAdmitted', region_code, on_day, 1, campaign_id from hazards.visit where result = 'notAdmitted'
union all select 'found', region_code, (found_at at time zone 'Asia/Shanghai')::date, 1, campaign_id
  from hazards.hazard where not withdrawn
union all select 'foundMajor', region_code, (found_at at time zone 'Asia/Shanghai')::date, 1, campaign_id
  from hazards.hazard where not withdrawn and level = 'major'
-- By the day they were found: how many of those found then are closed by now.
union all select 'foundClosed', region_code, (found_at at time zone 'Asia/Shanghai')::date, 1, campaign_id
  from hazards.hazard where not withdrawn and closed_at is not null
union all select 'foundMajorClosed', region_code, (found_at at time zone 'Asia/Shanghai')::date, 1, campaign_id
  from hazards.hazard where not withdrawn and closed_at is not null and level = 'major'
union all select 'closed', region_code, (closed_at at time zone 'Asia/Shanghai')::date, 1, campaign_id
  from hazards.hazard where not withdrawn and closed_at is not null
union all select 'closedMajor', region_code, (closed_at at time zone 'Asia/Shanghai')::date, 1, campaign_id
  from hazards.hazard where not withdrawn and closed_at is not null and level = 'major';

-- Rollup and what is not folded yet, under the snapshot of the reader.
create view hazards.figure_sum with (security_invoker = true) as
select figure, region_code, campaign_id, period, level, state, total as change from hazards.figure_rollup
union all select figure, region_code, campaign_id, period, level, state, change from hazards.figure_delta;

-- The same figures by month, as far as they are kept by month: a whole month costs a few rows however much it counts.
create view hazards.month_tally with (security_invoker = true) as
select 'visits' as figure, region_code, period as month, change, campaign_id from hazards.figure_sum where figure = 'visits'
union all select 'notAdmitted', region_code, period, change, campaign_id from hazards.figure_sum where figure = 'notAdmitted'
union all select 'found', region_code, period, change, campaign_id from hazards.figure_sum where figure = 'hazards' and state <> 'withdrawn'
union all select 'foundMajor', region_code, period, change, campaign_id
  from hazards.figure_sum where figure = 'hazards' and state <> 'withdrawn' and level = 'major'
union all select 'foundClosed', region_code, period, change, campaign_id from hazards.figure_sum where figure = 'hazards' and state = 'closed'
union all select 'foundMajorClosed', region_code, period, change, campaign_id
  from hazards.figure_sum where figure = 'hazards' and state = 'closed' and level = 'major'
union all select 'closed', region_code, period, change, campaign_id from hazards.figure_sum where figure = 'closed'
union all select 'closedMajor', region_code, period, change, campaign_id from hazards.figure_sum where figure = 'closed' and level = 'major';

-- What stands now; of `due` the last day of the legal clock, so that the reader says what is overdue today.
create view hazards.present_tally with (security_invoker = true) as
select 'open' as figure, region_code, campaign_id, null::text as due_on, change
  from hazards.figure_sum where figure = 'hazards' and state not in ('closed', 'withdrawn')
union all select 'openMajor', region_code, campaign_id, null, change
  from hazards.figure_sum where figure = 'hazards' and state not in ('closed', 'withdrawn') and level = 'major'
union all select 'due', region_code, campaign_id, period, change from hazards.figure_sum where figure = 'due'
union all select 'listed', region_code, campaign_id, null, change from hazards.figure_sum where figure = 'listed'
union all select 'openMajorFive', region_code, campaign_id, null, 1
  from hazards.hazard where level = 'major' and closed_at is null and hazards.five_in_place(hazard);

-- 排查全覆盖: the units that count by themselves, and each check from outside under the unit that stands.
create view hazards.register_unit with (security_invoker = true) as
select unit_id, region_code, registered_on, closed_on from hazards.unit where alias_of is null;
create view hazards.outside_check with (security_invoker = true) as
select coalesce(unit.alias_of, unit.unit_id) as unit_id, visit.on_day as day, visit.campaign_id
from hazards.visit join hazards.unit on unit.unit_id = visit.unit_id
where visit.result = 'checked' and visit.how <> 'selfCheck';

create view hazards.campaign_told with (security_invoker = true) as
select id as campaign_id, name, kind, region_code, from_on, to_on from hazards.campaign;
create view hazards.campaign_unit with (security_invoker = true) as
select distinct campaign.id as campaign_id, unit.unit_id, unit.region_code, unit.registered_on, unit.closed_on, campaign.from_on, campaign.to_on,
  exists (select from hazards.unit_checked mark where mark.unit_id = unit.unit_id and mark.id = 'campaign/' || campaign.id) as checked
from hazards.campaign
join hazards.campaign_target target on target.campaign_id = campaign.id and target.out_at is null
join hazards.unit named on named.unit_id = target.unit_id
join hazards.unit on unit.unit_id = coalesce(named.alias_of, named.unit_id);
-- 在册: each with whether somebody looked at it again in the campaign.
create view hazards.campaign_known with (security_invoker = true) as
select known.campaign_id, known.unit_id, known.hazard_id, known.region_code, exists (
  select from hazards.reinspection look
  where look.unit_id = known.unit_id and look.hazard_id = known.hazard_id and look.campaign_id = known.campaign_id) as looked
from hazards.campaign_hazard known;

grant select on hazards.tally, hazards.figure_sum, hazards.month_tally, hazards.present_tally, hazards.register_unit, hazards.outside_check,
  hazards.campaign_told, hazards.campaign_unit, hazards.campaign_known to anlan_app;
