-- Web sites that documents are made from, and what each visit found.
CREATE TABLE site (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('START', 'SITEMAP')),
    url text NOT NULL,
    depth int NOT NULL,
    max_pages int NOT NULL,
    per_second double precision NOT NULL,
    every_hours int,
    category text,
    allowed_hosts text[] NOT NULL,
    next_run_at timestamptz,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE site_run (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED')),
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    -- no replica fetches from the site before
    next_fetch_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- {"host": {"status", "text"}}
    robots jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX site_run_one_open ON site_run (tenant_id, site_id) WHERE state = 'RUNNING';
CREATE INDEX site_run_of_site ON site_run (tenant_id, site_id, started_at);

CREATE TABLE site_fetch (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    url text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('PAGE', 'SITEMAP')),
    depth int NOT NULL,
    state text NOT NULL CHECK (state IN ('WAITING', 'FETCHING', 'STORED', 'UNCHANGED', 'SKIPPED_ROBOTS', 'FAILED', 'OUTSIDE',
        'DUPLICATE', 'VANISHED', 'LISTED', 'CANCELLED')),
    detail text,
    slug text,
    fence int NOT NULL DEFAULT 0,
    lease_until timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, run_id) REFERENCES site_run (tenant_id, id) ON DELETE CASCADE
);
-- Addresses may be longer than an index takes.
CREATE UNIQUE INDEX site_fetch_once ON site_fetch (tenant_id, run_id, md5(url));
CREATE INDEX site_fetch_open ON site_fetch (tenant_id, run_id, depth, id) WHERE state IN ('WAITING', 'FETCHING');

-- What is known of a page from the visits before.
CREATE TABLE site_page (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    url text NOT NULL,
    depth int NOT NULL,
    etag text,
    last_modified text,
    -- of what was read from it, not of the page around it
    digest bytea NOT NULL,
    slug text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX site_page_once ON site_page (tenant_id, site_id, md5(url));

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['site', 'site_run', 'site_fetch', 'site_page'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY tenant_only ON %I '
            'USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            'WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON site, site_run, site_fetch, site_page TO ${app_role};
