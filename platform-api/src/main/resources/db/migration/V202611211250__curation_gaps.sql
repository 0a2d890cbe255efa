-- What people decided about gaps in the knowledge. The gaps themselves are found anew from the questions.
CREATE TABLE knowledge_gap (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    label text NOT NULL,
    state text NOT NULL CHECK (state IN ('OPEN', 'PLANNED', 'CLOSED')),
    owner text,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
ALTER TABLE knowledge_gap ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge_gap FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON knowledge_gap
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON knowledge_gap TO ${app_role};
