-- Who is at work on a permit writes with this, so that whoever lost the claim writes nothing any more.
ALTER TABLE permit ADD COLUMN claim uuid;

-- An item has one signature: a second one, made by whoever lost a race, is never recorded and never used.
CREATE UNIQUE INDEX signature_record_once ON signature_record (permit, item);
DROP INDEX signature_record_item;
