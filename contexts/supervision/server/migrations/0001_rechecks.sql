-- A draw of closed hazards. It is never made anew under the same id, and stays when it is cancelled.
create table supervision.draw (
  id uuid primary key,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid not null,
  -- In which tier it was made: how many digits the scope of the post had. Who sees less of the country sees nothing of it
  -- before all is done.
  tier_digits smallint not null,
  name text not null,
  asked jsonb not null,
  frame_size integer not null,
  -- SM3 of the frozen frame, and the seed: SM3 of the order, the frame and the last deed on the audit record before.
  frame_sm3 text not null,
  head jsonb not null,
  seed text not null,
  drawn integer not null,
  made_by uuid not null,
  post_id uuid not null,
  made_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text,
  -- Since when nothing of it is open any more.
  done_at timestamptz,
  check ((cancelled_at is null) = (cancel_reason is null) and (cancelled_at is null) = (cancelled_by is null))
);
create index draw_made on supervision.draw (made_at desc, id desc);

-- The frame as it was frozen, one line a hazard; by it anybody draws again.
create table supervision.draw_frame (
  draw_id uuid primary key references supervision.draw (id),
  lines text not null
);

-- One closed hazard to be looked at again, drawn or taken up from a doubt.
create table supervision.recheck (
  unit_id uuid not null,
  id uuid not null,
  hazard_id uuid not null,
  draw_id uuid,
  doubt_id uuid,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  tier_digits smallint not null,
  -- The audit record of it, until it is settled, lies where it was drawn and not where the unit is.
  made_region text collate "C" not null,
  stratum text not null,
  state text not null check (state in ('drawn', 'assigned', 'unconfirmed', 'settled', 'cancelled')),
  -- The hazard as it was when it was drawn, and who had a part in it.
  closure jsonb not null,
  number text not null,
  description text not null,
  unit_name text not null,
  industry_code text not null,
  level text not null,
  closed_at timestamptz not null,
  lng double precision,
  lat double precision,
  accuracy_metres double precision,
  closer_id uuid not null,
  closer_organisation_id uuid not null,
  -- Who had a part, and so sees nothing of it before it is settled.
  hidden_from uuid[] not null,
  drawn_at timestamptz not null,
  due_at timestamptz not null,
  assignee_id uuid,
  assigned_at timestamptz,
  finding text check (finding in ('true', 'false', 'cameBack', 'unjudged')),
  note text,
  found_by uuid,
  found_at timestamptz,
  claimed_at timestamptz,
  found_lng double precision,
  found_lat double precision,
  found_accuracy_metres double precision,
  distance_metres integer,
  no_position_reason text,
  confirm_due_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  confirm_note text,
  outcome text check (outcome in ('true', 'false', 'cameBack', 'unjudged', 'notConfirmed')),
  settled_at timestamptz,
  version integer not null default 1,
  primary key (unit_id, id),
  check ((state = 'settled') = (outcome is not null))
);
-- A hazard is under one recheck at a time.
create unique index recheck_open on supervision.recheck (unit_id, hazard_id) where state in ('drawn', 'assigned', 'unconfirmed');
create index recheck_draw on supervision.recheck (draw_id, id);
create index recheck_region on supervision.recheck (region_code, drawn_at desc, id desc);
create index recheck_drawn on supervision.recheck (drawn_at desc, id desc);
create index recheck_assignee on supervision.recheck (assignee_id) where state = 'assigned';
create index recheck_closer on supervision.recheck (closer_id) where state = 'settled';

-- 疑点: a sign that somebody should look; never a verdict.
create table supervision.doubt (
  unit_id uuid not null,
  id uuid not null,
  -- The same sign found again is the same doubt.
  key text not null,
  kind text not null check (kind in ('photoExact', 'photoNear', 'travel', 'seconds', 'copiedText', 'far')),
  state text not null check (state in ('raised', 'explained', 'substantiated')),
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  organisation_id uuid,
  unit_name text not null,
  record_kind text not null,
  record_id text not null,
  evidence jsonb not null,
  -- Whose records are in doubt; it is kept from them for ever.
  people uuid[] not null,
  raised_at timestamptz not null,
  looked_by uuid,
  looked_at timestamptz,
  note text,
  recheck_id uuid,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, key),
  check ((state = 'raised') = (looked_at is null))
);
create index doubt_raised on supervision.doubt (raised_at desc, id desc);
create index doubt_region on supervision.doubt (region_code, raised_at desc, id desc);

-- Texts of checks and reviews by the keys that like ones share, and who wrote which sentence.
create table supervision.written (
  unit_id uuid not null,
  id text not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  person_id uuid not null,
  writer_organisation_id uuid not null,
  at timestamptz not null,
  text text not null,
  bands integer[] not null,
  primary key (unit_id, id)
);
create index written_bands on supervision.written using gin (bands);
create table supervision.sentence_use (
  sentence text not null,
  person_id uuid not null,
  primary key (sentence, person_id)
);

-- How far the search for doubts has come.
create table supervision.progress (name text primary key, at timestamptz not null);

do $$
declare name text;
begin
  foreach name in array array['draw', 'draw_frame', 'recheck', 'doubt', 'written', 'sentence_use', 'progress'] loop
    execute format('alter table supervision.%I enable row level security', name);
  end loop;
  -- Only the search itself reads what it has read.
  foreach name in array array['written', 'sentence_use', 'progress'] loop
    execute format($policy$create policy search on supervision.%I using (
      current_setting('anlan.lo', true) = '' and current_setting('anlan.hi', true) = ':' and current_setting('anlan.person_id', true) = ''
    )$policy$, name);
    execute format('grant select, insert, update, delete on supervision.%I to anlan_app', name);
  end loop;
end $$;

create policy scope on supervision.draw using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and current_setting('anlan.organisation_id', true) = ''
  and (done_at is not null or length(current_setting('anlan.lo', true)) <= tier_digits)
);
create policy scope on supervision.draw_frame using (exists (select from supervision.draw where draw.id = draw_frame.draw_id));

-- 四不两直: the unit and whoever had a part in the hazard see nothing of a recheck before it is settled, nor does a tier
-- below the one that drew it.
create policy scope on supervision.recheck using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and current_setting('anlan.organisation_id', true) = ''
  and (state = 'settled' or (
    length(current_setting('anlan.lo', true)) <= tier_digits
    and coalesce(current_setting('anlan.person_id', true), '') <> all (hidden_from::text[])
  ))
);
create policy scope on supervision.doubt using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and current_setting('anlan.organisation_id', true) = ''
  and coalesce(current_setting('anlan.person_id', true), '') <> all (people::text[])
);
grant select, insert, update on supervision.draw, supervision.recheck, supervision.doubt to anlan_app;
grant select, insert on supervision.draw_frame to anlan_app;

-- Who rechecks somewhere a hazard lies sees it all the same, in the scope of his post; what is owed is told by person and role.
create view supervision.owed with (security_invoker = true) as
select unit_id || '.' || id || '.recheck' as id, 'recheck' as kind, region_code, organisation_id, null::text as owner_role,
  assignee_id as owner_person_id, description as subject, unit_name as detail, 'recheck' as record_kind, unit_id || '.' || id as record_id,
  assigned_at as owed_since, due_at as step_due_at, null::timestamptz as law_due_at
from supervision.recheck where state = 'assigned'
union all
select unit_id || '.' || id || '.confirm', 'confirmFalse', region_code, organisation_id, 'leader', null::uuid, description, unit_name,
  'recheck', unit_id || '.' || id, found_at, confirm_due_at, null::timestamptz
from supervision.recheck
where state = 'unconfirmed' and found_by::text is distinct from current_setting('anlan.person_id', true)
  and length(current_setting('anlan.lo', true)) = tier_digits
union all
select draw.id || '.assign', 'assign', draw.region_code, null::uuid, null::text, draw.made_by, draw.name, count(*)::text,
  'draw', draw.id::text, draw.made_at, min(recheck.due_at), null::timestamptz
from supervision.draw join supervision.recheck on recheck.draw_id = draw.id and recheck.state = 'drawn'
where draw.cancelled_at is null group by draw.id
union all
-- One thing a county, so that a hundred doubts are not a hundred things on a desk.
select 'look/' || left(region_code, 6), 'look', left(region_code, 6) collate "C", null::uuid, 'officer', null::uuid, left(region_code, 6),
  count(*)::text, 'doubts', left(region_code, 6), min(raised_at), null::timestamptz, null::timestamptz
from supervision.doubt where state = 'raised' and length(current_setting('anlan.lo', true)) = 6 group by left(region_code, 6);

-- Changes by day, so that every number of a bulletin opens what it counts.
create view supervision.tally with (security_invoker = true) as
select 'drawn' as figure, region_code, (drawn_at at time zone 'Asia/Shanghai')::date as day, 1 as change
  from supervision.recheck where state <> 'cancelled'
union all select 'rechecked', region_code, (settled_at at time zone 'Asia/Shanghai')::date, 1 from supervision.recheck where state = 'settled'
union all select 'falseClosures', region_code, (settled_at at time zone 'Asia/Shanghai')::date, 1
  from supervision.recheck where state = 'settled' and outcome = 'false'
union all select 'doubts', region_code, (raised_at at time zone 'Asia/Shanghai')::date, 1 from supervision.doubt
union all select 'doubtsLooked', region_code, (looked_at at time zone 'Asia/Shanghai')::date, 1 from supervision.doubt where looked_at is not null;
grant select on supervision.owed, supervision.tally to anlan_app;
