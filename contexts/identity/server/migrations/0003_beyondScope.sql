-- Tries to sign in under a login that nobody has. They are counted and locked like those of an account, or the answers
-- would tell which logins exist. Found by a keyed index of what was typed; forgotten after a day.
create table identity.stranger (
  login_index text primary key,
  failures integer not null,
  locked_until timestamptz,
  last_failure_at timestamptz not null
);
grant select, insert, update, delete on identity.stranger to anlan_app;

-- Which part of a split region somebody chose. A later act goes on from there, and not from the region on the paper.
alter table identity.organisation add column region_decided text collate "C";
update identity.organisation set region_decided = region_code where region_decided_on is not null;
alter table identity.organisation add check ((region_decided is null) = (region_decided_on is null));

-- What still hangs on an organisation: people whose home it is or who have a post in force there, and open organisations
-- on either of its lines. Some may lie outside the scope of whoever asks; two counts are told and nothing else.
create function identity.holders_of(of_organisation uuid) returns table (people bigint, children bigint)
language sql stable security definer set search_path = identity, pg_temp
as $$
  select
    (select count(*) from (
      select person.id from identity.person where person.organisation_id = of_organisation and person.left_on is null
      union
      select person.id from identity.post join identity.person on person.id = post.person_id
      where post.organisation_id = of_organisation and post.ends_on is null and person.left_on is null
    ) held),
    (select count(*) from identity.organisation child
      where (child.parent_id = of_organisation or child.also_reports_to = of_organisation) and child.closed_on is null)
$$;
revoke all on function identity.holders_of from public;
grant execute on function identity.holders_of to anlan_app;

-- Who leaves holds no post any more, wherever it lies: a person may have posts at several organisations, and the one that
-- records the leaving need not see the others. Answers what the record and the screens must be told.
create function identity.end_posts(of_person uuid, day date)
returns table (id uuid, person_id uuid, organisation_id uuid, region_code text, roles text[])
language sql volatile security definer set search_path = identity, pg_temp
as $$
  update identity.post set ends_on = day, version = post.version + 1
  where post.person_id = of_person and post.ends_on is null
  returning post.id, post.person_id, post.organisation_id, post.region_code, post.roles
$$;
revoke all on function identity.end_posts from public;
grant execute on function identity.end_posts to anlan_app;

-- A post lies where its organisation does, also when its holder is at home elsewhere: then it is owed with the name
-- alone. A lock without a failure of sign-in on it counts from the last change of the password.
create or replace view identity.owed with (security_invoker = true) as
select 'post:' || post.id as id, 'rolesToGrant' as kind, post.region_code, post.organisation_id,
  'securityAdmin' as owner_role, null::uuid as owner_person_id,
  coalesce(person.name, (select told.name from identity.people_names(array[post.person_id]) told)) as subject,
  post.title as detail, 'person' as record_kind, post.person_id::text as record_id,
  post.made_at as owed_since, post.made_at + interval '24 hours' as step_due_at, null::timestamptz as law_due_at
from identity.post left join identity.person on person.id = post.person_id
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
  coalesce(account.last_failure_at, account.password_changed_at), account.locked_until, null
from identity.account join identity.person on person.id = account.person_id
where account.locked_until > now() and account.closed_at is null
union all
select 'password:' || account.person_id, 'passwordToChange', person.region_code, person.organisation_id,
  null, account.person_id, account.login, null, 'password', account.person_id::text,
  account.password_changed_at, account.password_changed_at + interval '90 days', null
from identity.account join identity.person on person.id = account.person_id
where account.password_changed_at < now() - interval '76 days' and account.closed_at is null;
