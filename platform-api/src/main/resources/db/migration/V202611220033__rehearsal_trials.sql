-- Procedures that are being tried out, for an hour: whichever replica is asked goes on with them.
CREATE TABLE trial (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    -- Definitions are json, not jsonb: the order in which people wrote the nodes is kept.
    definition json NOT NULL,
    customer_ref text NOT NULL,
    state jsonb NOT NULL,
    told jsonb NOT NULL,
    -- Grows with everything that happens to it.
    moves bigint NOT NULL DEFAULT 0,
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX trial_begun ON trial (tenant_id, begun_at);
ALTER TABLE trial ENABLE ROW LEVEL SECURITY;
ALTER TABLE trial FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON trial
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON trial TO ${app_role};
