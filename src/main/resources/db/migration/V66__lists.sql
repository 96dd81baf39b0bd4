-- Who looks after a case. A new one is nobody's.
create table case_assignment (
    case_id     uuid                        not null primary key references care_case (id) on delete cascade,
    account     uuid                        not null,
    assigned_at timestamp(6) with time zone not null
);

-- Besides what waits there are lists of what is in care, finished or declined; each has its place there, in
-- hexadecimal or digits so that every database sorts it alike. Nobody has the id of all noughts. What was drawn by
-- an earlier version is drawn again after the start.
alter table worklist_item add column state varchar(12) default 'proposed' not null;
alter table worklist_item add column filed varchar(10) default '' not null;
alter table worklist_item add column place varchar(400) default '' not null;
alter table worklist_item add column account uuid default '00000000-0000-0000-0000-000000000000' not null;
alter table worklist_item add column drawn integer default 0 not null;

update worklist_item
set state = coalesce((select case s.act
                                 when 'APPROVE' then 'approved'
                                 when 'CHANGE' then 'changed'
                                 when 'STEP' then 'changed'
                                 when 'DECLINE' then 'declined'
                                 when 'PAUSE' then 'paused'
                                 when 'RESUME' then 'approved'
                                 when 'LAPSE' then 'lapsed'
                                 when 'RETURN' then 'approved'
                                 when 'END' then 'ended'
                                 when 'CLEAR' then 'cleared'
                                 when 'RAISE' then 'referred'
                                 when 'CLOSE' then 'closed'
                                 when 'PROPOSE' then 'proposed'
                                 when 'WITHDRAW' then 'withdrawn' end
                      from case_step s
                      where s.case_id = worklist_item.case_id
                        and s.version = (select max(l.version)
                                         from case_step l
                                         where l.case_id = worklist_item.case_id
                                           and l.act not in ('FOLLOW_UP', 'PUT_OFF'))),
                     case when level_rank <= 4 then 'referred' else 'proposed' end);
update worklist_item
set filed = case
                when state in ('approved', 'changed', 'paused') then 'in-care'
                when state in ('ended', 'lapsed', 'closed') then 'finished'
                when state in ('declined', 'withdrawn') then 'declined'
                else '' end;

create index worklist_mine on worklist_item (account, waits, level_rank, since, case_id);
create index worklist_mine_need on worklist_item (account, need, level_rank, since, case_id);
create index worklist_filed on worklist_item (filed, place, case_id);
create index worklist_mine_filed on worklist_item (account, filed, place, case_id);
create index worklist_drawn on worklist_item (drawn, case_id);
