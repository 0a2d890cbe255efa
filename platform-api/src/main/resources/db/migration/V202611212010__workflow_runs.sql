-- Procedures that a conversation is in: where each stands, everything that happened to it, and when it wants to be woken.
CREATE TABLE workflow_run (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    procedure text NOT NULL,
    version int NOT NULL,
    -- ASIDE: another procedure was asked for meanwhile; it goes on when that one is over.
    status text NOT NULL CHECK (status IN ('OPEN', 'ASIDE', 'FINISHED', 'HANDED_OVER', 'CANCELLED')),
    waiting text,
    state jsonb NOT NULL,
    -- What is to be carried out and is not known to have been; null when nothing is.
    todo jsonb,
    -- Call ids of operations that were confirmed or approved and are still to be done.
    calls jsonb NOT NULL DEFAULT '{}',
    -- What the customer has not been told yet, oldest first.
    untold jsonb NOT NULL DEFAULT '[]',
    events bigint NOT NULL DEFAULT 0,
    fence bigint NOT NULL DEFAULT 0,
    lease_until timestamptz,
    -- When somebody has to look whether it goes on; null while only the customer can make it.
    look_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX workflow_run_one_open ON workflow_run (tenant_id, conversation_id) WHERE status = 'OPEN';
CREATE INDEX workflow_run_of_conversation ON workflow_run (tenant_id, conversation_id, started_at);
CREATE INDEX workflow_run_due ON workflow_run (tenant_id, look_at) WHERE look_at IS NOT NULL;

-- A run can be replayed from these. The first one says how it began.
CREATE TABLE workflow_event (
    tenant_id uuid NOT NULL,
    run_id uuid NOT NULL,
    seq bigint NOT NULL,
    -- What brought it, such as the turn: the same one again changes nothing.
    origin uuid,
    event jsonb NOT NULL,
    PRIMARY KEY (tenant_id, run_id, seq),
    FOREIGN KEY (tenant_id, run_id) REFERENCES workflow_run (tenant_id, id)
);
CREATE UNIQUE INDEX workflow_event_once ON workflow_event (tenant_id, run_id, origin) WHERE origin IS NOT NULL;

CREATE TABLE workflow_timer (
    tenant_id uuid NOT NULL,
    run_id uuid NOT NULL,
    step text NOT NULL,
    due timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, run_id, step),
    FOREIGN KEY (tenant_id, run_id) REFERENCES workflow_run (tenant_id, id)
);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['workflow_run', 'workflow_event', 'workflow_timer'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY tenant_only ON %I '
            'USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            'WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON workflow_run TO ${app_role};
GRANT SELECT, INSERT ON workflow_event TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_timer TO ${app_role};
