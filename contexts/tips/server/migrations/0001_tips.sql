-- How many numbers were given: by county and year. The office speaks of a tip by it; the informant never learns it.
create table tips.number_series (
  region_code text collate "C" not null,
  year integer not null,
  given bigint not null,
  primary key (region_code, year)
);
alter table tips.number_series enable row level security;
create function tips.take_number(of_region text, of_year integer) returns bigint
language sql volatile security definer set search_path = tips, pg_temp
as $$
  insert into number_series (region_code, year, given) values (of_region, of_year, 1)
  on conflict (region_code, year) do update set given = number_series.given + 1
  returning given
$$;
revoke all on function tips.take_number from public;
grant execute on function tips.take_number to anlan_app;

-- A printed code at a gate, in a street, in a village or for a whole region.
create table tips.poster (
  id uuid primary key,
  -- 128 bits of chance in hex. It stands printed in the street and opens nothing but the poster's own words.
  code text not null,
  kind text not null check (kind in ('gate', 'street', 'village', 'region')),
  -- For the office alone.
  title text not null,
  words_zh text not null,
  words_en text not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  -- The unit at whose gate it hangs; the public never learns it from here.
  about_unit uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  version integer not null
);
create index poster_code on tips.poster (code);
create index poster_region on tips.poster (region_code, made_at desc, id desc);

-- One row a tip: its whole state as the rules made it, and what is searched for in columns. Nothing of the informant.
create table tips.tip (
  id uuid primary key,
  number text not null,
  -- Keyed hashes: who reads the table can neither follow a tip nor find one by a number he saw.
  receipt_hash text not null,
  secret_hash text not null,
  follow_failures integer not null default 0,
  follow_locked_until timestamptz,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  poster_id uuid,
  topics text[] not null,
  words text not null,
  place text not null,
  photos integer not null,
  named boolean not null,
  insider boolean not null,
  received_at timestamptz not null,
  state text not null,
  version integer not null,
  outcome text,
  checker_id uuid,
  checked_at timestamptz,
  hazard_unit uuid,
  hazard_id uuid,
  due_at timestamptz,
  decided_at timestamptz,
  -- A fact of the moment of the decision: limits that change later change nothing of it.
  decided_in_time boolean,
  reward_state text not null,
  reward_proposer uuid,
  reward_yuan integer,
  rewarded_at timestamptz,
  awaits_reply_since timestamptz,
  joined_into uuid,
  forget_identity_at timestamptz,
  tip jsonb not null
);
create index tip_receipt on tips.tip (receipt_hash);
create index tip_region on tips.tip (region_code, received_at desc, id desc);
create index tip_due on tips.tip (due_at, id) where due_at is not null;
create index tip_poster on tips.tip (poster_id, received_at) where poster_id is not null;
create index tip_received on tips.tip (received_at);
create index tip_hazard on tips.tip (hazard_unit, hazard_id) where hazard_id is not null;
create index tip_joined on tips.tip (joined_into) where joined_into is not null;
create index tip_forget on tips.tip (forget_identity_at) where forget_identity_at is not null;

-- Everything that ever happened to it; nothing is taken back.
create table tips.tip_event (
  tip_id uuid not null references tips.tip (id),
  version integer not null,
  kind text not null,
  person_id uuid,
  at timestamptz not null,
  event jsonb not null,
  primary key (tip_id, version)
);

-- Who the informant is, sealed under a key of that informant alone; destroying the key ends it in every backup too.
create table tips.informant (
  tip_id uuid primary key references tips.tip (id),
  region_code text collate "C" not null,
  name_sealed text not null,
  phone_sealed text not null,
  destroyed_at timestamptz
);

-- Photos that came and belong to no tip yet, by the sitting of the phone that brought them.
create table tips.sitting_photo (
  evidence_id uuid primary key,
  sitting uuid not null,
  at timestamptz not null
);
create index sitting_photo_sitting on tips.sitting_photo (sitting);
create index sitting_photo_at on tips.sitting_photo (at);

alter table tips.poster enable row level security;
alter table tips.tip enable row level security;
alter table tips.tip_event enable row level security;
alter table tips.informant enable row level security;
alter table tips.sitting_photo enable row level security;

-- For who answers for a region, never for a post that sees its own organisation alone: a tip may be about that one.
create policy scope on tips.poster using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and current_setting('anlan.organisation_id', true) = ''
);
create policy scope on tips.tip using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and current_setting('anlan.organisation_id', true) = ''
);
create policy scope on tips.tip_event using (exists (select from tips.tip where tip.id = tip_event.tip_id));
create policy scope on tips.informant using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and current_setting('anlan.organisation_id', true) = ''
);
-- Of nobody in person: the product alone.
create policy product on tips.sitting_photo using (
  current_setting('anlan.lo', true) = '' and current_setting('anlan.hi', true) = ':' and current_setting('anlan.person_id', true) = ''
);

grant select, insert, update on tips.poster, tips.tip to anlan_app;
grant select, insert on tips.tip_event to anlan_app;
grant select, insert, update on tips.informant to anlan_app;
grant select, insert, delete on tips.sitting_photo to anlan_app;

-- What somebody owes here, for the desk: the county's people, and never who may not do it.
create view tips.owed with (security_invoker = true) as
select tip.id || '.' || due.kind as id, due.kind, tip.region_code, null::uuid as organisation_id, due.role as owner_role,
  null::uuid as owner_person_id, case when tip.words = '' then tip.place else left(tip.words, 120) end as subject, tip.number as detail,
  'tip' as record_kind, tip.id::text as record_id, due.since as owed_since, tip.due_at as step_due_at, null::timestamptz as law_due_at
from tips.tip
cross join lateral (
  select 'accept' as kind, 'officer' as role, tip.received_at as since, null::uuid as except_person where tip.state = 'received'
  union all select 'check', 'inspector', (tip.tip #>> '{accepted,at}')::timestamptz, null where tip.state = 'accepted'
  union all select 'answer', 'officer', tip.checked_at, tip.checker_id where tip.state = 'checked'
  union all select 'reply', 'officer', tip.awaits_reply_since, null where tip.awaits_reply_since is not null
  union all select 'proposeReward', 'officer', tip.decided_at, null
    where tip.state = 'answered' and tip.outcome in ('true', 'known') and tip.reward_state in ('none', 'refused') and tip.named
  union all select 'decideReward', 'leader', (tip.tip #>> '{reward,proposed,step,at}')::timestamptz, tip.reward_proposer
    where tip.reward_state = 'proposed'
  union all select 'payReward', 'tipKeeper', tip.rewarded_at, null where tip.reward_state = 'agreed' and tip.reward_yuan > 0
) as due
where coalesce(current_setting('anlan.person_id', true), '') is distinct from due.except_person::text
  and (current_setting('anlan.lo', true) = '' or length(current_setting('anlan.lo', true)) = 6);

-- 社会全动员: changes by day, whose sum over days is the number. A list of tips with `counts` shows the same records.
create view tips.tally with (security_invoker = true) as
select 'received' as figure, region_code, (received_at at time zone 'Asia/Shanghai')::date as day, 1 as change from tips.tip
union all select 'decided', region_code, (decided_at at time zone 'Asia/Shanghai')::date, 1 from tips.tip where decided_at is not null
union all select 'decidedInTime', region_code, (decided_at at time zone 'Asia/Shanghai')::date, 1 from tips.tip where decided_in_time
union all select 'substantiated', region_code, (decided_at at time zone 'Asia/Shanghai')::date, 1
  from tips.tip where decided_at is not null and outcome in ('true', 'known')
union all select 'rewarded', region_code, (rewarded_at at time zone 'Asia/Shanghai')::date, 1
  from tips.tip where rewarded_at is not null and reward_yuan > 0
union all select 'rewardYuan', region_code, (rewarded_at at time zone 'Asia/Shanghai')::date, reward_yuan
  from tips.tip where rewarded_at is not null and reward_yuan > 0;
grant select on tips.owed, tips.tally to anlan_app;
