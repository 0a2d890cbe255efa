-- Definitions are json, not jsonb: the order in which people wrote the nodes is kept.
-- A bank's procedures: the draft that people work on, what waits for a second person, and every version that was published.
CREATE TABLE procedure (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id text NOT NULL CHECK (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    archived_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE procedure_draft (
    tenant_id uuid NOT NULL,
    id text NOT NULL,
    etag uuid NOT NULL,
    definition json NOT NULL,
    layout json NOT NULL,
    findings int NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_by uuid,
    changed_name text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, id) REFERENCES procedure
);
CREATE TABLE procedure_request (
    tenant_id uuid NOT NULL,
    request uuid NOT NULL,
    id text NOT NULL,
    etag uuid NOT NULL,
    definition json NOT NULL,
    layout json NOT NULL,
    comment text NOT NULL,
    state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'APPROVED', 'REFUSED', 'SUPERSEDED')),
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    asked_by uuid,
    asked_name text NOT NULL,
    written_by uuid,
    decided_at timestamptz,
    decided_by uuid,
    decided_name text,
    reason text,
    PRIMARY KEY (tenant_id, request),
    FOREIGN KEY (tenant_id, id) REFERENCES procedure,
    CHECK (state NOT IN ('APPROVED', 'REFUSED') OR decided_name IS NOT NULL),
    CHECK (state <> 'APPROVED' OR decided_by IS NULL
        OR (decided_by IS DISTINCT FROM asked_by AND decided_by IS DISTINCT FROM written_by))
);
CREATE UNIQUE INDEX procedure_request_one_waiting ON procedure_request (tenant_id, id) WHERE state = 'WAITING';
-- Never changed: a conversation keeps the version it began with.
CREATE TABLE procedure_version (
    tenant_id uuid NOT NULL,
    id text NOT NULL,
    number int NOT NULL CHECK (number > 0),
    definition json NOT NULL,
    layout json NOT NULL,
    release bigint NOT NULL,
    comment text NOT NULL,
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    asked_name text NOT NULL,
    approved_name text NOT NULL,
    PRIMARY KEY (tenant_id, id, number),
    FOREIGN KEY (tenant_id, id) REFERENCES procedure
);
-- The languages in which every text of a published procedure must exist.
CREATE TABLE procedure_languages (
    tenant_id uuid PRIMARY KEY REFERENCES tenant,
    languages text[] NOT NULL CHECK (cardinality(languages) > 0)
);
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['procedure', 'procedure_draft', 'procedure_request', 'procedure_version', 'procedure_languages']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant_only ON %I'
            ' USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)'
            ' WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON procedure, procedure_request, procedure_languages TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON procedure_draft TO ${app_role};
GRANT SELECT, INSERT ON procedure_version TO ${app_role};
