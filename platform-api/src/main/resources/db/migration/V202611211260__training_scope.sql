-- How unlike everything taught a message may be before it counts as about nothing a bank has taught. A bank without a row
-- takes the likeliest intent in any case; so does one whose threshold is null.
CREATE TABLE intent_scope (
    tenant_id uuid NOT NULL REFERENCES tenant,
    threshold double precision CHECK (threshold BETWEEN 0 AND 1),
    release bigint NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    PRIMARY KEY (tenant_id)
);
ALTER TABLE intent_scope ENABLE ROW LEVEL SECURITY;
ALTER TABLE intent_scope FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON intent_scope
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON intent_scope TO ${app_role};
