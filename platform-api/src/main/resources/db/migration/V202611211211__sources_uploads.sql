-- Files that wait to be read. Bytes stay here until then, so that any replica can go on where another stopped.
CREATE TABLE upload (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    -- RECEIVING until the request that brings it is complete
    state text NOT NULL DEFAULT 'RECEIVING' CHECK (state IN ('RECEIVING', 'RUNNING', 'DONE', 'CANCELLED')),
    category text,
    language text,
    actor_kind text NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX upload_running ON upload (tenant_id, id) WHERE state IN ('RECEIVING', 'RUNNING');

CREATE TABLE upload_item (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    upload_id uuid NOT NULL,
    -- path inside its archive, or the file's name
    name text NOT NULL,
    slug text NOT NULL,
    -- in how many archives it lies
    depth int NOT NULL,
    bytes bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('WAITING', 'READING', 'STORED', 'UNCHANGED', 'FAILED', 'UNPACKED', 'CANCELLED')),
    code text,
    detail text,
    version int,
    passages int,
    -- how often somebody began; a file that ends the process each time must not do so for ever
    fence int NOT NULL DEFAULT 0,
    lease_until timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, upload_id) REFERENCES upload (tenant_id, id) ON DELETE CASCADE,
    UNIQUE (tenant_id, upload_id, slug)
);
CREATE INDEX upload_item_open ON upload_item (tenant_id, id) WHERE state IN ('WAITING', 'READING');

CREATE TABLE upload_part (
    tenant_id uuid NOT NULL,
    item_id uuid NOT NULL,
    number int NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (tenant_id, item_id, number),
    FOREIGN KEY (tenant_id, item_id) REFERENCES upload_item (tenant_id, id) ON DELETE CASCADE
);
-- PDF, DOCX and ZIP do not shrink.
ALTER TABLE upload_part ALTER bytes SET STORAGE EXTERNAL;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['upload', 'upload_item', 'upload_part'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY tenant_only ON %I '
            'USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            'WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON upload, upload_item TO ${app_role};
GRANT SELECT, INSERT, DELETE ON upload_part TO ${app_role};
