-- SHA-256 of the certificate whose key the recorded bytes ask for. Another key may be active when they are to be signed: they are prepared again then. Not known of earlier rows.
ALTER TABLE credential ADD COLUMN prepared_for bytea CHECK (length(prepared_for) = 32);
ALTER TABLE seal ADD COLUMN prepared_for bytea CHECK (length(prepared_for) = 32);
