CREATE TABLE release (
    tenant_id uuid NOT NULL REFERENCES tenant,
    number bigint NOT NULL,
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    published_by text NOT NULL,
    what text NOT NULL,
    before text,
    after text,
    PRIMARY KEY (tenant_id, number)
);
ALTER TABLE release ENABLE ROW LEVEL SECURITY;
ALTER TABLE release FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON release
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- What was released is never changed.
GRANT SELECT, INSERT ON release TO ${app_role};
