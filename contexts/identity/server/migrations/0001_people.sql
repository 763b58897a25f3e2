-- Reference data: the same on every node.
create table identity.region (
  code text collate "C" primary key,
  name text not null,
  name_en text not null,
  level text not null check (level in ('country', 'province', 'city', 'county', 'town', 'village')),
  parent_code text collate "C",
  valid_from date,
  valid_to date,
  statistical_only boolean not null default false
);
create index region_parent on identity.region (parent_code);

create table identity.region_succession (
  from_code text collate "C" not null,
  to_code text collate "C" not null,
  on_date date not null,
  main boolean not null,
  needs_decision boolean not null,
  source text not null,
  primary key (from_code, to_code, on_date)
);

-- Which edition of the region tree the tables hold; one row.
create table identity.region_edition (digest text primary key, at timestamptz not null);

create table identity.organisation (
  id uuid primary key,
  kind text not null,
  name text not null,
  short_name text not null,
  -- GB 32100; absent for a venue or a team that is no legal person of its own.
  uscc text,
  -- The government line of a department: emergency, fire, transport, ...
  line text,
  -- What stood on paper when the record was made, for ever; and where it counts now, rewritten on succession.
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  parent_id uuid references identity.organisation (id),
  -- The second reporting line of a venue or a team.
  also_reports_to uuid references identity.organisation (id),
  -- Its old region was split and nobody has said yet which part it lies in; region_code counts meanwhile.
  region_to_decide boolean not null default false,
  region_decided_on date,
  opened_on date not null,
  closed_on date,
  version integer not null default 1,
  made_at timestamptz not null
);
create unique index organisation_uscc on identity.organisation (uscc) where uscc is not null and closed_on is null;
create index organisation_region on identity.organisation (region_code, kind, id);
create index organisation_parent on identity.organisation (parent_id);

create table identity.person (
  id uuid primary key,
  name text not null,
  organisation_id uuid not null references identity.organisation (id),
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  -- Sealed under the person's own key; found again by a keyed index, never in clear.
  identity_number_sealed text,
  identity_number_index text,
  phone_sealed text,
  phone_index text,
  joined_on date not null,
  left_on date,
  version integer not null default 1,
  made_at timestamptz not null
);
create unique index person_identity_number on identity.person (identity_number_index)
  where identity_number_index is not null and left_on is null;
create index person_phone on identity.person (phone_index);
create index person_region on identity.person (region_code, id);
create index person_organisation on identity.person (organisation_id);

create table identity.account (
  person_id uuid primary key references identity.person (id),
  login text not null,
  password_hash text not null,
  password_changed_at timestamptz not null,
  must_change_password boolean not null,
  failures integer not null default 0,
  last_failure_at timestamptz,
  locked_until timestamptz,
  closed_at timestamptz
);
create unique index account_login on identity.account (lower(login));

create table identity.post (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  organisation_id uuid not null references identity.organisation (id),
  -- The region of the organisation: where the post itself is kept and managed.
  region_code text collate "C" not null,
  title text not null,
  roles text[] not null default '{}',
  -- What the post may see: every record below this region, or only those of its own organisation.
  scope_region text collate "C" not null,
  own_organisation_only boolean not null,
  starts_on date not null,
  ends_on date,
  -- The security administrator owes roles to a new post; the step is closed when they are granted.
  roles_granted_at timestamptz,
  roles_granted_by uuid,
  version integer not null default 1,
  made_at timestamptz not null
);
create index post_person on identity.post (person_id);
create index post_organisation on identity.post (organisation_id);
create index post_region on identity.post (region_code, id);
create index post_waiting on identity.post (region_code) where roles_granted_at is null and ends_on is null;

create table identity.session (
  id uuid primary key,
  -- SM3 of the token: a copy of the table opens no session.
  token_hash text not null unique,
  person_id uuid not null references identity.person (id),
  post_id uuid references identity.post (id),
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  address text,
  device text,
  ended_at timestamptz,
  end_reason text check (end_reason in ('signedOut', 'idle', 'absolute', 'revoked', 'postEnded', 'passwordChanged'))
);
create index session_person on identity.session (person_id) where ended_at is null;

-- What somebody owes here, for the desk. The reader's own scope holds: a view runs with the rights of who asks.
create view identity.owed with (security_invoker = true) as
select 'post:' || post.id as id, 'rolesToGrant' as kind, post.region_code, post.organisation_id,
  'securityAdmin' as owner_role, null::uuid as owner_person_id,
  person.name as subject, post.title as detail, 'person' as record_kind, person.id::text as record_id,
  post.made_at as owed_since, post.made_at + interval '24 hours' as step_due_at, null::timestamptz as law_due_at
from identity.post join identity.person on person.id = post.person_id
where post.roles_granted_at is null and post.ends_on is null
union all
select 'region:' || organisation.id, 'regionToDecide', organisation.region_code, organisation.id,
  'systemAdmin', null, organisation.name, organisation.recorded_region, 'organisation', organisation.id::text,
  organisation.made_at, null, null
from identity.organisation
where organisation.region_to_decide and organisation.closed_on is null
union all
select 'locked:' || account.person_id, 'accountLocked', person.region_code, person.organisation_id,
  'securityAdmin', null, person.name, account.login, 'person', person.id::text,
  account.last_failure_at, account.locked_until, null
from identity.account join identity.person on person.id = account.person_id
where account.locked_until > now() and account.closed_at is null
union all
select 'password:' || account.person_id, 'passwordToChange', person.region_code, person.organisation_id,
  null, account.person_id, account.login, null, 'password', account.person_id::text,
  account.password_changed_at, account.password_changed_at + interval '90 days', null
from identity.account join identity.person on person.id = account.person_id
where account.password_changed_at < now() - interval '76 days' and account.closed_at is null;

-- The figures of a region, as deltas that the desk sums over its scope; a day is the day in Beijing.
create view identity.region_figure with (security_invoker = true) as
select 'organisations' as figure, region_code, id as organisation_id, opened_on as day, 1 as change from identity.organisation
union all select 'organisations', region_code, id, closed_on, -1 from identity.organisation where closed_on is not null
union all select 'enterprises', region_code, id, opened_on, 1 from identity.organisation where kind = 'enterprise'
union all select 'enterprises', region_code, id, closed_on, -1 from identity.organisation where kind = 'enterprise' and closed_on is not null
union all select 'people', region_code, organisation_id, joined_on, 1 from identity.person
union all select 'people', region_code, organisation_id, left_on, -1 from identity.person where left_on is not null
union all select 'posts', region_code, organisation_id, starts_on, 1 from identity.post
union all select 'posts', region_code, organisation_id, ends_on, -1 from identity.post where ends_on is not null
union all select 'postsWaiting', region_code, organisation_id, (made_at at time zone 'Asia/Shanghai')::date, 1 from identity.post
union all select 'postsWaiting', region_code, organisation_id, coalesce((roles_granted_at at time zone 'Asia/Shanghai')::date, ends_on), -1
  from identity.post where roles_granted_at is not null or ends_on is not null;
grant select on identity.owed, identity.region_figure to anlan_app;

alter table identity.organisation enable row level security;
alter table identity.person enable row level security;
alter table identity.post enable row level security;
alter table identity.account enable row level security;
alter table identity.session enable row level security;

-- A setting that was never made is null or empty, and then nothing lies in the range: default deny.
create policy scope on identity.organisation using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and (current_setting('anlan.organisation_id', true) = '' or id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
);
create policy scope on identity.person using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
  or id = nullif(current_setting('anlan.person_id', true), '')::uuid
);
create policy scope on identity.post using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
  or person_id = nullif(current_setting('anlan.person_id', true), '')::uuid
);
-- An account and its sessions are seen with their person.
create policy scope on identity.account using (exists (select from identity.person where person.id = account.person_id));
create policy scope on identity.session using (exists (select from identity.person where person.id = session.person_id));

-- The posts somebody may act in, whatever the scope of the present one: it runs with the owner's rights,
-- and shows the rows of the person who acts, or of anybody to the product itself.
create view identity.post_in_hand as
select post.id, post.person_id, post.title, post.organisation_id, organisation.short_name as organisation_name,
  organisation.region_code, post.roles, post.scope_region, post.own_organisation_only, post.starts_on, post.ends_on, post.made_at
from identity.post
join identity.organisation on organisation.id = post.organisation_id
join identity.person on person.id = post.person_id
where person.left_on is null and organisation.closed_on is null and post.roles <> '{}'
  and (
    post.person_id = nullif(current_setting('anlan.person_id', true), '')::uuid
    or (current_setting('anlan.lo', true) = '' and current_setting('anlan.hi', true) = ':'
      and current_setting('anlan.organisation_id', true) = '' and current_setting('anlan.person_id', true) = '')
  );

grant select on identity.post_in_hand to anlan_app;
grant select on identity.region, identity.region_succession to anlan_app;
grant select, insert, update on identity.organisation, identity.person, identity.account, identity.post, identity.session to anlan_app;

-- A credit code is unique over the whole country, so the check must see beyond the scope; it tells a name and nothing else.
create function identity.holder_of_uscc(code text, except_id uuid) returns text
language sql stable security definer set search_path = identity, pg_temp
as $$ select name from identity.organisation where uscc = code and closed_on is null and id is distinct from except_id limit 1 $$;
revoke all on function identity.holder_of_uscc from public;
grant execute on function identity.holder_of_uscc to anlan_app;

-- The same for a login and for the index of an identity number: taken or not, and nothing of whom.
create function identity.login_taken(wanted text) returns boolean
language sql stable security definer set search_path = identity, pg_temp
as $$ select exists (select from identity.account where lower(login) = lower(wanted)) $$;
revoke all on function identity.login_taken from public;
grant execute on function identity.login_taken to anlan_app;

create function identity.identity_number_taken(wanted text, except_id uuid) returns boolean
language sql stable security definer set search_path = identity, pg_temp
as $$ select exists (select from identity.person where identity_number_index = wanted and left_on is null and id is distinct from except_id) $$;
revoke all on function identity.identity_number_taken from public;
grant execute on function identity.identity_number_taken to anlan_app;

create function identity.other_roles(person uuid, except_post uuid) returns setof text
language sql stable security definer set search_path = identity, pg_temp
as $$ select unnest(roles) from identity.post where person_id = person and id <> except_post and ends_on is null $$;
revoke all on function identity.other_roles from public;
grant execute on function identity.other_roles to anlan_app;
