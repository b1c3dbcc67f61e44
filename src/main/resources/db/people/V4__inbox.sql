-- News for one person, each once: `about` names what happened, so that it is never told twice.
create table notice (
    number integer primary key,
    account text not null references account (id),
    about text not null,
    urgency text not null,
    words text not null,
    title text not null,
    link text not null,
    at text not null,
    seen text,
    mailed text,
    unique (account, about)
);

create index notice_mailed on notice (mailed, account);

-- Who wants news of which article, and since when.
create table watch (
    account text not null references account (id),
    article text not null,
    since text not null,
    primary key (account, article)
);
