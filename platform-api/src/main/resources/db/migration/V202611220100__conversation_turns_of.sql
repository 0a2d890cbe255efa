-- The turns of one conversation, newest first: looked at with every message.
CREATE INDEX turn_of_conversation ON turn (tenant_id, conversation_id, request_seq);
