-- A bank's connectors: the draft that people work on, what waits for a second person, and every version that was published.
-- Documents are json, not jsonb: the order in which people wrote them is kept. The columns are those of every kind of draft
-- (room drafting): the definition is the document, the layout what the console keeps beside it, such as samples.
CREATE TABLE connector (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id text NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{1,60}$'),
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE connector_draft (
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
    FOREIGN KEY (tenant_id, id) REFERENCES connector ON UPDATE CASCADE
);
CREATE TABLE connector_request (
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
    FOREIGN KEY (tenant_id, id) REFERENCES connector ON UPDATE CASCADE,
    CHECK (state NOT IN ('APPROVED', 'REFUSED') OR decided_name IS NOT NULL),
    CHECK (state <> 'APPROVED' OR decided_by IS NULL
        OR (decided_by IS DISTINCT FROM asked_by AND decided_by IS DISTINCT FROM written_by))
);
CREATE UNIQUE INDEX connector_request_one_waiting ON connector_request (tenant_id, id) WHERE state = 'WAITING';
-- Never changed: what was in force in a release can be read for ever. Hence no cascade: what was published keeps its name.
CREATE TABLE connector_version (
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
    FOREIGN KEY (tenant_id, id) REFERENCES connector
);
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['connector', 'connector_draft', 'connector_request', 'connector_version']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY tenant_only ON %I'
            ' USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)'
            ' WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', name);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON connector, connector_request TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON connector_draft TO ${app_role};
GRANT SELECT, INSERT ON connector_version TO ${app_role};
