-- What somebody asked for that a second person has to approve: the state that it leads to, and the difference as it was shown.
CREATE TABLE plugin_approval (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    plugin_id text NOT NULL,
    version text NOT NULL,
    sha256 text NOT NULL,
    action text NOT NULL CHECK (action IN ('ENABLE', 'VERSION', 'EGRESS')),
    state text NOT NULL DEFAULT 'PENDING'
        CHECK (state IN ('PENDING', 'APPROVED', 'REJECTED', 'SUPERSEDED', 'OUTDATED')),
    settings jsonb NOT NULL,
    sealed jsonb NOT NULL,
    reach jsonb NOT NULL,
    difference jsonb NOT NULL,
    base_revision bigint NOT NULL,
    asked_by uuid,
    asked_name text NOT NULL,
    asked_at timestamptz NOT NULL,
    decided_by uuid,
    decided_name text,
    decided_at timestamptz,
    reason text,
    PRIMARY KEY (tenant_id, id),
    CHECK (state <> 'APPROVED' OR decided_name IS NOT NULL),
    CHECK (state <> 'APPROVED' OR decided_by IS NULL OR asked_by IS DISTINCT FROM decided_by)
);
CREATE UNIQUE INDEX plugin_approval_one_pending ON plugin_approval (tenant_id, plugin_id) WHERE state = 'PENDING';
ALTER TABLE plugin_approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE plugin_approval FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON plugin_approval
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON plugin_approval TO ${app_role};
