-- A charge may be handed to a department that lies beyond the scope of who hands it over: its kind and its place are told,
-- for an id that the asker must hold already, and nothing else of it.
create function identity.seat_of(of_organisation uuid) returns table (kind text, region_code text)
language sql stable security definer set search_path = identity, pg_temp
as $$ select organisation.kind, organisation.region_code from identity.organisation where organisation.id = of_organisation and organisation.closed_on is null $$;
revoke all on function identity.seat_of from public;
grant execute on function identity.seat_of to anlan_app;
