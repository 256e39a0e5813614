-- How often the carriers of a permit were refused by their read-back; nothing is wrong with its record then.
ALTER TABLE permit ADD COLUMN carrier_failures integer NOT NULL DEFAULT 0;
