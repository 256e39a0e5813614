-- The authority's choice when a permit was recorded, so that a setting changed later changes nothing of it. Until now the photo was always there.
ALTER TABLE permit ADD COLUMN photo_in_work_code boolean NOT NULL DEFAULT true;
