package io.openteller.platform.customer.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import java.time.Clock;
import java.util.UUID;

/** The customer beside the conversation. */
@Controller("/api/v1/desk/conversations/{id}/customer")
@ExecuteOn(TaskExecutors.BLOCKING)
class CustomerController {

    private final Conversations conversations;
    private final CustomerRecord customers;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    CustomerController(
            Conversations conversations, CustomerRecord customers, TenantDatabase database, Audit audit, Clock clock) {
        this.conversations = conversations;
        this.customers = customers;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Get
    @Allowed(Permission.CONVERSATION_WORK)
    CustomerView customer(UUID id) {
        Conversation conversation =
                conversations.find(id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        String ref = conversation.customerRef();
        if (ref == null) {
            return CustomerView.anonymous(clock.instant());
        }
        database.inTransaction(sql -> {
            audit.record(sql, "customer.viewed", id.toString());
            return ref;
        });
        return customers.of(ref, id);
    }
}
