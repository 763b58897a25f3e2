-- Who did something is told to whoever may see the deed, in or out of scope; a name and nothing else, for an id that the
-- asker must hold already.
create function identity.people_names(ids uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = identity, pg_temp
as $$ select person.id, person.name from identity.person where person.id = any(ids) $$;
revoke all on function identity.people_names from public;
grant execute on function identity.people_names to anlan_app;
