-- Exports.
select 1;
