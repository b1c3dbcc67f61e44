-- A change of tables as a later release could make it; used by tests alone.
alter table source add column seen_on text;
create table shelf_mark (source integer primary key references source (number), mark text not null);
insert into shelf_mark (source, mark) select number, form || '/' || id from source;
