-- Room for a folder, a prefix, a file's name, the attempt and a suffix.
alter table interchange alter column temp_name set data type varchar(400);
