-- Where the fields of a claim stood in what was handed in, as far as that was elsewhere: {pointer into the document: pointer as sent}.
alter table claim_document add column if not exists moves text;
