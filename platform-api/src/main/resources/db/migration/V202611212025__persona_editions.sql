-- A bank's own editions of its personas; where there is none, the platform's own is in force.
CREATE TABLE persona_edition (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id text NOT NULL CHECK (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    number int NOT NULL CHECK (number > 0),
    body json NOT NULL,
    release bigint NOT NULL,
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    published_by text NOT NULL,
    PRIMARY KEY (tenant_id, id, number)
);
ALTER TABLE persona_edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE persona_edition FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON persona_edition
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON persona_edition TO ${app_role};
