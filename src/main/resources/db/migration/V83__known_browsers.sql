-- Browsers in which somebody has signed in before: their tries are counted apart, so that no stranger's lock them out.
create table staff_browser (
    hash       varchar(64)                 not null,
    account    uuid                        not null references staff_account (id) on delete cascade,
    made_at    timestamp(6) with time zone not null,
    primary key (hash, account)
);
create index staff_browser_account on staff_browser (account);
create index staff_browser_made on staff_browser (made_at);
