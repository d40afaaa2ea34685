-- A corrected claim and the one that it came in the place of; each names the other.
alter table claim add column if not exists replaces varchar(20);
alter table claim add column if not exists replaced_by varchar(20);
-- CLM01 as it is sent, where that is another than was handed in. What patient_control_key is made of.
alter table claim add column if not exists sent_control_number varchar(60);
