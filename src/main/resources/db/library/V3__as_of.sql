-- What stood before, so that the library can be had again as it was at an earlier snapshot.

-- The newest source of a snapshot; null for snapshots older than this table, which cannot be had again.
alter table snapshot add column last_source integer;
update snapshot set last_source = (select coalesce(max(number), 0) from source)
    where number = (select max(number) from snapshot);

-- Study and passages of a version before they were described or parted anew, as JSON.
create table earlier_passages (
    version integer not null references version (number),
    snapshot integer not null,
    study text not null,
    passages text not null,
    primary key (version, snapshot)
);
