-- What programs of the bank told the platform, each once; and the runs that wait for it.
CREATE TABLE workflow_happening (
    tenant_id uuid NOT NULL,
    key text NOT NULL,
    id uuid NOT NULL,
    event text NOT NULL,
    customer_ref text NOT NULL,
    digest text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('WOKEN', 'BEGUN', 'NOTHING')),
    conversation_id uuid,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, key)
);
CREATE TABLE workflow_occurrence (
    tenant_id uuid NOT NULL,
    run_id uuid NOT NULL,
    id uuid NOT NULL,
    event text NOT NULL,
    data jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, run_id, id),
    FOREIGN KEY (tenant_id, run_id) REFERENCES workflow_run (tenant_id, id)
);
CREATE INDEX workflow_run_waits_for_event ON workflow_run (tenant_id, conversation_id) WHERE status = 'OPEN' AND waiting = 'EVENT';
CREATE INDEX conversation_of_customer ON conversation (tenant_id, customer_ref, updated_at) WHERE customer_ref IS NOT NULL;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['workflow_happening', 'workflow_occurrence'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY tenant_only ON %I '
            'USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            'WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    END LOOP;
END $$;

GRANT SELECT, INSERT ON workflow_happening, workflow_occurrence TO ${app_role};
