-- Bulletins.
select 1;
