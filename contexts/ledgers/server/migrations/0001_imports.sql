-- Imports.
select 1;
