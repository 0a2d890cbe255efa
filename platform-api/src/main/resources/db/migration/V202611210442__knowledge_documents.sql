CREATE TABLE document (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    version int NOT NULL DEFAULT 1,
    source text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, slug)
);
ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE document FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON document
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON document TO ${app_role};
