-- What past questions would be answered with a version that is not in force yet. The last preview of each version.
CREATE TABLE impact_preview (
    tenant_id uuid NOT NULL REFERENCES tenant,
    slug text NOT NULL,
    version int NOT NULL,
    id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    asked int NOT NULL,
    done int NOT NULL DEFAULT 0,
    -- [{"question", "askedAt", "before": {…}, "after": {…}}], questions without personal data
    changed jsonb NOT NULL DEFAULT '[]',
    started_by text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    beat_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, slug, version)
);
ALTER TABLE impact_preview ENABLE ROW LEVEL SECURITY;
ALTER TABLE impact_preview FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON impact_preview
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON impact_preview TO ${app_role};
