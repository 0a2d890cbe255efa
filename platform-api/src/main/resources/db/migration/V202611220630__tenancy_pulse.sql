-- One row that every replica writes every two seconds, to know that it can.
CREATE TABLE pulse (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 50);
INSERT INTO pulse DEFAULT VALUES;
GRANT SELECT, UPDATE ON pulse TO ${app_role};
