drop index if exists claim_waiting;
drop index if exists claim_interchange;
drop index if exists claim_payer_control;
-- One statement, for H2 copies the table for each; what stands between two columns differs by database (ledger.Migrations).
alter table claim drop column if exists state${andDrop} partner${andDrop} payer_control_number${andDrop} interchange${andDrop}
    isa13${andDrop} gs06${andDrop} st02${andDrop} bht03${andDrop} ordinal${andDrop} overdue${andDrop} replaced_by${andDrop} restored;
