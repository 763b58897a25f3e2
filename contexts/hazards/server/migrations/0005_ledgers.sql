-- Hazards taken over from a ledger.
select 1;
