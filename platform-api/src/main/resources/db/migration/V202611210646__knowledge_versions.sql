-- Documents of any format, each version kept with the passages that were cut from it: a citation must open what was cited.
ALTER TABLE document
    ADD category text NOT NULL DEFAULT 'general',
    ADD language text NOT NULL DEFAULT 'en',
    ADD status text NOT NULL DEFAULT 'PUBLISHED' CHECK (status IN ('PUBLISHED', 'ARCHIVED')),
    ADD format text NOT NULL DEFAULT 'MARKDOWN' CHECK (format IN ('MARKDOWN', 'HTML', 'PDF', 'DOCX', 'TEXT')),
    ADD updated_by text NOT NULL DEFAULT 'system';
ALTER TABLE document DROP COLUMN source;

CREATE TABLE document_version (
    tenant_id uuid NOT NULL,
    document_id uuid NOT NULL,
    version int NOT NULL,
    title text NOT NULL,
    -- SHA-256 of what was handed in, to tell a change from a repetition
    digest bytea NOT NULL,
    -- [{"heading", "text"}] in the order of the document
    passages jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    PRIMARY KEY (tenant_id, document_id, version),
    FOREIGN KEY (tenant_id, document_id) REFERENCES document (tenant_id, id)
);
ALTER TABLE document_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON document_version
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- A version that was cited must stay as it was.
GRANT SELECT, INSERT ON document_version TO ${app_role};
