-- The case of somebody who answers everything afresh from their old link.
alter table intake_draft add column comes_from uuid references care_case (id) on delete set null;
