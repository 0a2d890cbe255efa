-- How the bank's own people read numbers and dates (BCP 47).
ALTER TABLE tenant ADD COLUMN locale text NOT NULL DEFAULT 'en-GB' CHECK (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
