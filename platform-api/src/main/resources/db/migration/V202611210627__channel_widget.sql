-- Where a bank's widget may be embedded, who it trusts to name customers, and the sessions that run.
CREATE TABLE widget_site (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    site_key text NOT NULL,
    allowed_origins text[] NOT NULL,
    -- public keys (JWK set) that sign the identity tokens of this site
    customer_keys jsonb NOT NULL,
    assistant_name text NOT NULL,
    accent_color text NOT NULL CHECK (accent_color ~ '^#[0-9a-f]{6}$'),
    suggestions text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, site_key)
);

-- One-time use of identity tokens. A row is of no use after the token itself has expired.
CREATE TABLE identity_token_use (
    tenant_id uuid NOT NULL REFERENCES tenant,
    jti text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, jti)
);

CREATE TABLE widget_session (
    tenant_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    conversation_id uuid NOT NULL,
    origin text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, token_hash),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['widget_site', 'identity_token_use', 'widget_session'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY tenant_only ON %I '
            'USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            'WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON widget_site TO ${app_role};
GRANT SELECT, INSERT, DELETE ON identity_token_use, widget_session TO ${app_role};
