package io.openteller.platform.identity;

/** One thing that a member of staff may do. */
public enum Permission {
    CONVERSATION_READ,
    CONVERSATION_WORK,
    QUEUE_SUPERVISE,
    KNOWLEDGE_READ,
    KNOWLEDGE_WRITE,
    KNOWLEDGE_APPROVE,
    INTENT_READ,
    INTENT_WRITE,
    PROCEDURE_READ,
    PROCEDURE_WRITE,
    PROCEDURE_APPROVE,
    PLUGIN_READ,
    PLUGIN_WRITE,
    TEAM_READ,
    TEAM_WRITE,
    AUDIT_READ,
    INSIGHT_READ,
    CUSTOMER_REVEAL,
    RELEASE_READ,
    RELEASE_WRITE
}
