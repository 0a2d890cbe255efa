-- When a conversation changed last stood in two indexes, so that each message and each reply wrote the row's place in all of them anew.
-- In indexes stands the minute now: what else happens within it changes the row alone, if its page has room for that.
ALTER TABLE conversation ADD COLUMN updated_minute timestamptz NOT NULL
    GENERATED ALWAYS AS (date_bin('1 minute', updated_at, '2000-01-01 00:00:00+00')) STORED;
DROP INDEX conversation_recent;
CREATE INDEX conversation_recent ON conversation (tenant_id, updated_minute DESC);
-- A customer has few.
DROP INDEX conversation_of_customer;
CREATE INDEX conversation_of_customer ON conversation (tenant_id, customer_ref) WHERE customer_ref IS NOT NULL;
ALTER TABLE conversation SET (fillfactor = 70);

CREATE OR REPLACE FUNCTION conversations_changed(banks uuid[], seconds double precision)
    RETURNS TABLE (bank uuid, conversation uuid, last_seq bigint, version bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT c.tenant_id, c.id, c.next_seq - 1, c.version FROM unnest(banks) AS asked (bank)
        JOIN conversation c ON c.tenant_id = asked.bank
            AND c.updated_minute > now() - make_interval(mins => 1, secs => seconds)
            AND c.updated_at > now() - make_interval(secs => seconds)
    $$;
