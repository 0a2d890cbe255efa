-- Which plugin supplies an operation, or all of a domain, where a bank has chosen; every choice that was wanted, and what became of it.
CREATE TABLE bank_supplier (
    tenant_id uuid NOT NULL REFERENCES tenant,
    scope text NOT NULL,
    plugin text NOT NULL,
    -- The one that made it hold.
    release bigint NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_by text NOT NULL,
    PRIMARY KEY (tenant_id, scope)
);
CREATE TABLE bank_supplier_change (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    scope text NOT NULL,
    -- Null for none: what is alone supplies it then.
    plugin text,
    plugin_before text,
    reason text NOT NULL,
    asked_by uuid,
    asked_name text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    state text NOT NULL CHECK (state IN ('WAITING', 'IN_FORCE', 'REFUSED', 'OVERTAKEN')),
    decided_by uuid,
    decided_name text,
    decided_at timestamptz,
    decided_reason text,
    release bigint,
    PRIMARY KEY (tenant_id, id),
    CHECK (state <> 'IN_FORCE' OR (decided_by IS NOT NULL AND decided_by IS DISTINCT FROM asked_by AND release IS NOT NULL))
);
CREATE UNIQUE INDEX bank_supplier_change_waiting ON bank_supplier_change (tenant_id, scope) WHERE state = 'WAITING';
CREATE INDEX bank_supplier_change_latest ON bank_supplier_change (tenant_id, id DESC);
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['bank_supplier', 'bank_supplier_change']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant_only ON %I'
            ' USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)'
            ' WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON bank_supplier TO ${app_role};
GRANT SELECT, INSERT, UPDATE ON bank_supplier_change TO ${app_role};
