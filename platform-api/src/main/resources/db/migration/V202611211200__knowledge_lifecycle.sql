-- Documents are written by one person and approved by another; what was approved never changes.
ALTER TABLE document
    ADD owner text,
    ADD review_due date,
    ADD tags text[] NOT NULL DEFAULT '{}',
    -- for whom and what the next version will speak; a version in review or later has its own
    ADD products text[] NOT NULL DEFAULT '{}',
    ADD segments text[] NOT NULL DEFAULT '{}',
    ADD jurisdictions text[] NOT NULL DEFAULT '{}';

ALTER TABLE document_version
    ADD state text NOT NULL DEFAULT 'APPROVED' CHECK (state IN ('DRAFT', 'IN_REVIEW', 'REJECTED', 'APPROVED')),
    -- null where the text was read from a file of another format
    ADD markdown text,
    ADD format text NOT NULL DEFAULT 'MARKDOWN',
    ADD language text NOT NULL DEFAULT 'en',
    ADD products text[] NOT NULL DEFAULT '{}',
    ADD segments text[] NOT NULL DEFAULT '{}',
    ADD jurisdictions text[] NOT NULL DEFAULT '{}',
    ADD change_note text,
    -- everybody who wrote on it; none of them approves it
    ADD writer_ids uuid[] NOT NULL DEFAULT '{}',
    -- how often it was handed to review: approvals count for the round in which they were given
    ADD round int NOT NULL DEFAULT 0,
    ADD approvals_needed smallint NOT NULL DEFAULT 1 CHECK (approvals_needed IN (1, 2)),
    ADD submitted_at timestamptz,
    ADD submitted_by text,
    ADD rejected_at timestamptz,
    ADD rejected_by text,
    ADD rejected_reason text,
    ADD approved_at timestamptz,
    ADD effective_from timestamptz,
    ADD effective_until timestamptz,
    ADD revoked_at timestamptz,
    ADD revoked_by text,
    ADD revoked_reason text,
    -- the last change of what is in force that was recorded for it: it began, it ended
    ADD noted text CHECK (noted IN ('BEGAN', 'ENDED')),
    ADD CHECK (effective_until > effective_from);

CREATE TABLE document_approval (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    document_id uuid NOT NULL,
    version int NOT NULL,
    round int NOT NULL,
    -- null when it was approved outside of the platform
    approver_id uuid,
    approver text NOT NULL,
    comment text,
    approved_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, document_id, version, round, approver_id),
    FOREIGN KEY (tenant_id, document_id, version) REFERENCES document_version (tenant_id, document_id, version)
);

CREATE TABLE document_category (
    tenant_id uuid NOT NULL REFERENCES tenant,
    name text NOT NULL,
    approvals smallint NOT NULL CHECK (approvals IN (1, 2)),
    review_months smallint NOT NULL CHECK (review_months BETWEEN 1 AND 60),
    PRIMARY KEY (tenant_id, name)
);

-- What is stored was in force from the moment it was stored. The owner of the tables is held to their policies too.
ALTER TABLE document NO FORCE ROW LEVEL SECURITY;
ALTER TABLE document_version NO FORCE ROW LEVEL SECURITY;
UPDATE document_version v
SET approved_at = v.updated_at, submitted_at = v.updated_at, submitted_by = v.updated_by, round = 1, noted = 'BEGAN',
    language = d.language, format = d.format,
    revoked_at = CASE WHEN d.status = 'ARCHIVED' AND v.version = d.version THEN greatest(d.updated_at, v.updated_at) END,
    revoked_by = CASE WHEN d.status = 'ARCHIVED' AND v.version = d.version THEN d.updated_by END,
    revoked_reason = CASE WHEN d.status = 'ARCHIVED' AND v.version = d.version THEN 'The document was archived' END
FROM document d WHERE d.tenant_id = v.tenant_id AND d.id = v.document_id;
INSERT INTO document_approval (tenant_id, id, document_id, version, round, approver, comment, approved_at)
SELECT v.tenant_id, gen_random_uuid(), v.document_id, v.version, 1, v.updated_by, 'In force before approvals were kept', v.updated_at
FROM document_version v;
ALTER TABLE document FORCE ROW LEVEL SECURITY;
ALTER TABLE document_version FORCE ROW LEVEL SECURITY;

ALTER TABLE document_version ALTER state DROP DEFAULT, ALTER format DROP DEFAULT, ALTER language DROP DEFAULT,
    ADD CHECK ((state = 'APPROVED') = (approved_at IS NOT NULL)),
    ADD CHECK (revoked_at IS NULL OR approved_at IS NOT NULL);
-- One at a time, so that nobody approves an older text over a newer one.
CREATE UNIQUE INDEX document_version_in_review ON document_version (tenant_id, document_id) WHERE state = 'IN_REVIEW';
CREATE INDEX document_version_to_note ON document_version (tenant_id)
    WHERE state = 'APPROVED' AND noted IS DISTINCT FROM 'ENDED';

-- The second lock on what was approved, whatever the program does.
CREATE FUNCTION document_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.approved_at IS NOT NULL AND (NEW.title, NEW.digest, NEW.passages, NEW.markdown, NEW.format, NEW.language,
            NEW.products, NEW.segments, NEW.jurisdictions, NEW.state, NEW.approved_at, NEW.effective_from, NEW.effective_until)
        IS DISTINCT FROM (OLD.title, OLD.digest, OLD.passages, OLD.markdown, OLD.format, OLD.language,
            OLD.products, OLD.segments, OLD.jurisdictions, OLD.state, OLD.approved_at, OLD.effective_from, OLD.effective_until)
    THEN
        RAISE EXCEPTION 'an approved version stays as it is';
    END IF;
    IF OLD.revoked_at IS NOT NULL AND (NEW.revoked_at, NEW.revoked_by, NEW.revoked_reason)
        IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by, OLD.revoked_reason)
    THEN
        RAISE EXCEPTION 'a revocation stays as it is';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER document_version_stays BEFORE UPDATE ON document_version
    FOR EACH ROW EXECUTE FUNCTION document_version_stays();
GRANT UPDATE ON document_version TO ${app_role};

ALTER TABLE document_approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_approval FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON document_approval
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- Nobody takes back what somebody approved.
GRANT SELECT, INSERT ON document_approval TO ${app_role};

ALTER TABLE document_category ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_category FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON document_category
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON document_category TO ${app_role};
