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
