package io.openteller.platform.identity;

import java.util.EnumSet;
import java.util.Set;

/** What a member of staff is for; a bundle of permissions. */
public enum Role {
    AGENT(
            "Talks with customers",
            Permission.CONVERSATION_READ,
            Permission.CONVERSATION_WORK,
            Permission.KNOWLEDGE_READ,
            Permission.INTENT_READ),
    SENIOR_AGENT(
            "Talks with customers and may see what is masked",
            Permission.CONVERSATION_READ,
            Permission.CONVERSATION_WORK,
            Permission.KNOWLEDGE_READ,
            Permission.INTENT_READ,
            Permission.CUSTOMER_REVEAL),
    SUPERVISOR(
            "Leads the agents",
            Permission.CONVERSATION_READ,
            Permission.CONVERSATION_WORK,
            Permission.QUEUE_SUPERVISE,
            Permission.KNOWLEDGE_READ,
            Permission.KNOWLEDGE_APPROVE,
            Permission.INTENT_READ,
            Permission.PROCEDURE_READ,
            Permission.PROCEDURE_APPROVE,
            Permission.CUSTOMER_REVEAL,
            Permission.INSIGHT_READ,
            Permission.TEAM_READ,
            Permission.OPERATION_APPROVE),
    KNOWLEDGE_EDITOR(
            "Writes what the assistant may say",
            Permission.CONVERSATION_READ,
            Permission.KNOWLEDGE_READ,
            Permission.KNOWLEDGE_WRITE,
            Permission.INTENT_READ,
            Permission.INTENT_WRITE,
            Permission.PROCEDURE_READ,
            Permission.PROCEDURE_WRITE,
            Permission.INSIGHT_READ,
            Permission.RELEASE_READ),
    ADMIN("Runs the bank's platform", EnumSet.allOf(Permission.class)),
    AUDITOR(
            "Sees everything, changes nothing",
            Permission.CONVERSATION_READ,
            Permission.KNOWLEDGE_READ,
            Permission.INTENT_READ,
            Permission.PROCEDURE_READ,
            Permission.PLUGIN_READ,
            Permission.TEAM_READ,
            Permission.AUDIT_READ,
            Permission.INSIGHT_READ,
            Permission.RELEASE_READ);

    private final String description;
    private final Set<Permission> permissions;

    Role(String description, Permission first, Permission... more) {
        this(description, EnumSet.of(first, more));
    }

    Role(String description, Set<Permission> permissions) {
        this.description = description;
        this.permissions = Set.copyOf(permissions);
    }

    public String description() {
        return description;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
