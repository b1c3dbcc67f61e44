-- Days somebody is away, both ends included, as ISO 8601 dates.
create table leave (
    number integer primary key,
    account text not null references account (id),
    first text not null,
    last text not null
);

create index leave_account on leave (account);

-- Somebody invited to review one article: what they may do ends with `until`, their account stays.
create table guest (
    account text not null primary key references account (id),
    article text not null,
    until text not null
);
