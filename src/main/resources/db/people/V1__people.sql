-- Who works on articles. Written so that SQLite and PostgreSQL both take it: lists are the lines of
-- a text, times are ISO 8601 in text, truth values are 0 and 1. Nothing is deleted here but by
-- forgetting a person; the ledger holds ids only.

create table account (
    id text not null primary key,
    name text not null unique,
    shown_name text not null,
    email text,
    specialty text,
    clinician integer not null,
    registration text,
    active integer not null,
    added text not null
);

create table account_role (
    account text not null references account (id),
    role text not null,
    primary key (account, role)
);

-- A later declaration for the same year and question takes the place of an earlier one, which stays.
create table declaration (
    number integer primary key,
    account text not null references account (id),
    year integer not null,
    question text,
    at text not null
);

create index declaration_account on declaration (account, year);

create table interest (
    declaration integer not null references declaration (number),
    place integer not null,
    kind text not null,
    with_whom text not null,
    words text not null,
    topics text not null,
    relevant integer not null,
    primary key (declaration, place)
);

create table policy (
    number integer primary key,
    at text not null,
    text text not null,
    note text not null,
    material integer not null,
    account text not null
);
