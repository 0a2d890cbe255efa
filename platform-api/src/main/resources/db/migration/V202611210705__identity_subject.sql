-- The identity provider's own id of a person, bound at the first sign-in: from then on the address alone opens nothing.
ALTER TABLE staff ADD COLUMN subject text;
ALTER TABLE staff ADD CONSTRAINT staff_subject UNIQUE (tenant_id, subject);
