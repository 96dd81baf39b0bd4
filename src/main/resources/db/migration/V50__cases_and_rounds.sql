-- A case owns rounds of answers. Read by H2 and by PostgreSQL alike.

alter table intake rename to care_case;
alter table intake_opening rename to case_opening;
alter table case_opening rename column intake to case_id;
alter table intake_contact rename to case_contact;
alter table case_contact rename column intake to case_id;
alter table intake_clearance rename to case_clearance;
alter table case_clearance rename column intake to case_id;
alter table intake_draft rename column intake to case_id;

-- What was answered and decided in each round. Never rewritten. The words are the fingerprint of those that were
-- shown; before rules and words lay apart, that of the rules stood for both.
create table case_round (
    case_id       uuid                        not null references care_case (id) on delete cascade,
    number        integer                     not null,
    kind          varchar(10)                 not null,
    sent_at       timestamp(6) with time zone not null,
    outcome       varchar(20)                 not null,
    level         varchar(20),
    first_day     date,
    answers       varchar(100000)             not null,
    wording       varchar(500000)             not null,
    changes       varchar(500000)             not null,
    decision      varchar(500000)             not null,
    schema_number integer                     not null,
    rules         varchar(64)                 not null references knowledge_base (sha256),
    words         varchar(64),
    primary key (case_id, number)
);

insert into case_round (case_id, number, kind, sent_at, outcome, level, first_day, answers, wording, changes, decision,
                        schema_number, rules)
select c.id, 1, 'FIRST', c.sent_at, c.outcome, c.level, p.first_day, c.answers, c.wording, c.changes, c.decision, 1,
       c.knowledge
from care_case c
         left join case_contact p on p.case_id = c.id;

insert into case_round (case_id, number, kind, sent_at, outcome, level, first_day, answers, wording, changes, decision,
                        schema_number, rules)
select intake, 1 + row_number() over (partition by intake order by sent_at, id), 'CLEARED', sent_at,
       case when decision like '{"outcome":"care-plan"%' then 'care-plan' else 'referral' end,
       case
           when decision like '{"outcome":"referral","level":"emergency"%' then 'emergency'
           when decision like '{"outcome":"referral","level":"urgent"%' then 'urgent'
           when decision like '{"outcome":"referral","level":"see-doctor"%' then 'see-doctor'
           when decision like '{"outcome":"referral","level":"wait"%' then 'wait' end,
       first_day, answers, wording, changes, decision, 1, knowledge
from intake_continuation;

drop table intake_continuation;
alter table care_case drop column answers;
alter table care_case drop column wording;
alter table care_case drop column changes;
alter table care_case drop column decision;
alter table care_case drop column knowledge;
alter table case_contact drop column first_day;

-- Steps say which act was taken, and name the plan that they brought.
alter table care_decision rename to case_step;
alter table case_step rename column intake to case_id;
alter table case_step rename column kind to act;
alter table case_step rename column plan to plan_text;
alter table case_step add column plan uuid;
update case_step
set act = case act
              when 'APPROVED' then 'APPROVE'
              when 'CHANGED' then 'CHANGE'
              when 'DECLINED' then 'DECLINE'
              when 'CLEARED' then 'CLEAR'
              when 'PROPOSED' then 'PROPOSE'
              when 'RAISED' then 'RAISE'
              when 'FOLLOWED_UP' then 'FOLLOW_UP'
              when 'CLOSED' then 'CLOSE'
              when 'WITHDRAWN' then 'WITHDRAW'
              else act end;

-- Every plan is a row of its own; V51 turns those inside the steps into rows.
create table case_plan (
    id          uuid                        not null primary key,
    case_id     uuid                        not null references care_case (id),
    number      integer                     not null,
    technique   varchar(60)                 not null,
    alternative varchar(60),
    first_day   date                        not null,
    minutes     integer                     not null,
    proposed_at timestamp(6) with time zone not null,
    unique (case_id, number)
);
insert into case_plan (id, case_id, number, technique, alternative, first_day, minutes, proposed_at)
select id, intake, 1, technique, alternative, first_day, minutes, proposed_at
from care_plan;
create table case_session (
    plan      uuid        not null references case_plan (id) on delete cascade,
    number    integer     not null,
    phase     varchar(60) not null,
    technique varchar(60) not null,
    on_day    date        not null,
    primary key (plan, number)
);
insert into case_session (plan, number, phase, technique, on_day)
select plan, number, phase, technique, on_day
from care_session;
drop table care_session;
drop table care_plan;
alter table case_plan rename to care_plan;
alter table case_session rename to care_session;

alter table worklist_item rename column intake to case_id;
alter table worklist_word rename column intake to case_id;
alter table session_mark rename column intake to case_id;
alter table soap_note rename column intake to case_id;
alter table erasure_request rename column intake to case_id;
alter table rules_change rename column intake to case_id;
alter table rules_change add column reference varchar(12) default '' not null;
update rules_change
set reference = (select c.reference from care_case c where c.id = rules_change.case_id);

alter index intake_sent_order rename to case_sent_order;
alter index intake_clearance_intake rename to case_clearance_case;
alter index care_decision_kind rename to case_step_act;
