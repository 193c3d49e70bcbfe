-- What a server must know of a snapshot to take part: how far each client has come, what is deleted,
-- and whether anything has happened. Kept beside it, so that opening a document reads none of it.

alter table private.documents
	add column outline bytea,
	-- The outline belongs to the snapshot through this update, and to no other: a process of before
	-- this column writes snapshots without one.
	add column outline_through bigint;
