-- As before, and what a person waits for goes before what nobody waits for: the queue takes the lowest priority first.
create or replace function work.send(events jsonb, calls jsonb, at timestamptz) returns void
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
      select array_agg(
        row(c.job, c.payload, null, c."runAt", null, c.key, case when c.urgent then -10 else 0 end, null)::graphile_worker.job_spec)
      from jsonb_to_recordset(calls) as c (job text, payload json, "runAt" timestamptz, key text, urgent boolean)
    ));
  end if;
end;
$$;
