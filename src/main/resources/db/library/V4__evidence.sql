-- The day of the newest import of evidence; overviews of the board make snapshots and bring none. Null for
-- snapshots older than this column, whose day it is.
alter table snapshot add column evidence text;
