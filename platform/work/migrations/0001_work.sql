-- Events, what was heard of them, jobs that fail, and alarms. All of it stays on the coordinator.
-- The queue itself lies in the schema graphile_worker; it is made before this step, because functions here name its types.

create table work.event (
  id uuid primary key,
  -- The transaction that wrote the row. A sequence tells who asked for a number first, not who committed first: a reader
  -- that has seen 8 would never see a 7 that commits later. A snapshot knows exactly which transactions it holds,
  -- so "visible now and not visible in my last snapshot" has no gap.
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  at timestamptz not null,
  -- Empty for what concerns the whole installation and no region.
  region_code text collate "C" not null,
  organisation_id text,
  record_kind text,
  record_id text,
  payload jsonb not null,
  check ((record_kind is null) = (record_id is null))
);
create index event_in_order on work.event (xid, id);

-- Written in the listener's own transaction: a second delivery meets the row and does nothing.
create table work.event_heard (
  event_id uuid not null references work.event (id) on delete cascade,
  listener text not null,
  primary key (event_id, listener)
);

-- One row. The era tells this database from another that was put in its place; a cursor at or below purged_to points
-- to events that are no longer kept.
create table work.cursor (
  single boolean primary key default true check (single),
  era text not null,
  purged_to xid8 not null
);
insert into work.cursor (era, purged_to) values (left(gen_random_uuid()::text, 8), '0');

-- Failures in a row. The subject is the queue's job, or 'timetable' for work that comes back under its name:
-- each new occurrence replaces the queue's row and its count with it.
create table work.failing (
  task text not null,
  subject text not null,
  failures integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- Kind and code of the fault, never its words: they may quote a person's data.
  fault_name text not null,
  fault_code text,
  primary key (task, subject)
);

create table work.alarm (
  id uuid primary key,
  kind text not null,
  subject text not null,
  -- Null for an alarm of the whole installation.
  region_code text collate "C",
  organisation_id text,
  -- What the sentence on the screen is made of; no personal data.
  facts jsonb not null,
  failures integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  ended_at timestamptz,
  check ((acknowledged_at is null) = (acknowledged_by is null))
);
create unique index alarm_open on work.alarm (kind, subject) where ended_at is null;

alter table work.event enable row level security;
alter table work.alarm enable row level security;
-- An alarm of the whole installation is seen by whoever is not bound to one organisation; the route says which role may ask.
create policy scope on work.alarm using (
  (current_setting('anlan.organisation_id', true) = '' or organisation_id = current_setting('anlan.organisation_id', true))
  and (
    region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
    or region_code is null and current_setting('anlan.hi', true) <> ''
  )
);

create view work.open_alarm with (security_invoker = true) as
  select id, kind, subject, region_code, organisation_id, facts, failures, first_at, last_at, acknowledged_at, acknowledged_by
  from work.alarm where ended_at is null;

grant insert on work.event_heard to anlan_app;
grant select, insert, update, delete on work.failing to anlan_app;
grant select, insert, update on work.alarm to anlan_app;
grant select on work.open_alarm to anlan_app;

-- Events and jobs of one transaction, in one round trip. The queue's tables have row-level security without a policy,
-- so only their owner writes them: the function runs as the owner, with a search path nobody can bend.
create function work.send(events jsonb, calls jsonb, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into work.event (id, type, at, region_code, organisation_id, record_kind, record_id, payload)
    select e.id, e.type, send.at, e."regionCode", e."organisationId", e."recordKind", e."recordId", e.payload
    from jsonb_to_recordset(events) as e (
      id uuid, type text, "regionCode" text, "organisationId" text, "recordKind" text, "recordId" text, payload jsonb
    );
  if found then
    perform pg_notify('anlan_event', '');
  end if;
  if jsonb_array_length(calls) > 0 then
    perform graphile_worker.add_jobs((
      select array_agg(row(c.job, c.payload, null, c."runAt", null, c.key, null, null)::graphile_worker.job_spec)
      from jsonb_to_recordset(calls) as c (job text, payload json, "runAt" timestamptz, key text)
    ));
  end if;
end;
$$;

-- How full the queue is, by kind of work. What fails waits for its next attempt; what was given up waits for a person.
create function work.queue_figures()
returns table (task text, waiting bigint, later bigint, running bigint, failing bigint, given_up bigint, oldest_waiting_seconds double precision)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select
    task_identifier,
    count(*) filter (where locked_at is null and attempts = 0 and run_at <= now()),
    count(*) filter (where locked_at is null and attempts = 0 and run_at > now()),
    count(*) filter (where locked_at is not null),
    count(*) filter (where locked_at is null and attempts > 0 and attempts < max_attempts),
    count(*) filter (where locked_at is null and attempts >= max_attempts),
    greatest(0, extract(epoch from now() - min(run_at) filter (where locked_at is null and attempts = 0 and run_at <= now())))::double precision
  from graphile_worker.jobs
  group by task_identifier
  order by task_identifier
$$;

-- Tries at once what failed or was given up; answers how many.
create function work.retry_failing(task text) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from graphile_worker.reschedule_jobs(
    array(select id from graphile_worker.jobs where task_identifier = task and attempts > 0 and locked_at is null),
    run_at => now(), attempts => 0
  )
$$;

-- Throws away what failed or was given up; answers how many.
create function work.drop_failing(task text) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from graphile_worker.complete_jobs(
    array(select id from graphile_worker.jobs where task_identifier = task and attempts > 0 and locked_at is null)
  )
$$;

revoke execute on all functions in schema work from public;
grant execute on function work.send, work.queue_figures, work.retry_failing, work.drop_failing to anlan_app;
