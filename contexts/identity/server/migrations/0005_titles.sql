-- A paper names the organisation that issued it to whoever may read the paper, in or out of scope: its names and nothing
-- else, for an id that the asker must hold already.
create function identity.organisation_titles(ids uuid[]) returns table (id uuid, name text, short_name text)
language sql stable security definer set search_path = identity, pg_temp
as $$ select organisation.id, organisation.name, organisation.short_name from identity.organisation where organisation.id = any(ids) $$;
revoke all on function identity.organisation_titles from public;
grant execute on function identity.organisation_titles to anlan_app;
