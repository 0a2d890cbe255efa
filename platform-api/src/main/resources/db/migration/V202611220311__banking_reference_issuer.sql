-- A reference remembers who gave the id that it stands for: the same id at another plugin is another object. What was issued
-- before this stands for nobody's, and is read anew.
ALTER TABLE bank_reference ADD COLUMN issuer text NOT NULL DEFAULT '';
ALTER TABLE bank_reference
    DROP CONSTRAINT bank_reference_tenant_id_conversation_id_customer_ref_kind__key,
    ADD CONSTRAINT bank_reference_object UNIQUE (tenant_id, conversation_id, customer_ref, kind, bank_id, issuer);
