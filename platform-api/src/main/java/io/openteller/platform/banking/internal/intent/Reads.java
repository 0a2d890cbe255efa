package io.openteller.platform.banking.internal.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.policy.Asked;
import io.openteller.platform.banking.internal.policy.Decisions;
import io.openteller.platform.banking.internal.policy.Rule;
import io.openteller.platform.banking.internal.reference.References;
import io.openteller.platform.banking.internal.supply.Answer;
import io.openteller.platform.banking.internal.supply.BankSide;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads something of the bank's. Made again it reads again: nothing of it is kept but the references. */
@Singleton
public class Reads {

    private final BankSide bank;
    private final Results results;
    private final References references;
    private final Decisions decisions;
    private final TenantDatabase database;

    Reads(BankSide bank, Results results, References references, Decisions decisions, TenantDatabase database) {
        this.bank = bank;
        this.results = results;
        this.references = references;
        this.decisions = decisions;
        this.database = database;
    }

    public Ruling go(Asked asked) {
        Answer answer = bank.perform(new BankSide.Asking(
                asked.supplier(), asked.operation(), asked.callId(), asked.customer(), asked.bankArguments()));
        return switch (answer) {
            case Answer.Told(String json, Instant asOf, String plugin, long millis) ->
                told(asked, results.read(asked.spec(), json).orElse(null), asOf, plugin, millis);
            case Answer.Refused(String reason, String plugin, long millis) ->
                allowed(asked, new Ruling.Refused(reason, plugin, millis));
            case Answer.Silent(String cause, String plugin, long millis) ->
                allowed(asked, new Ruling.Unavailable(cause, plugin, millis));
            case Answer.NotAsked(String plugin) ->
                allowed(asked, new Ruling.Unavailable("the plugin is not switched on any more", plugin, 0));
        };
    }

    private Ruling told(Asked asked, @Nullable ObjectNode output, Instant asOf, String plugin, long millis) {
        if (output == null) {
            return allowed(asked, new Ruling.Unavailable("what the bank said does not fit the operation", plugin, millis));
        }
        return database.inTransaction(sql -> {
            decisions.allowed(sql, asked, Rule.ALLOWED);
            ObjectNode issued = references.issue(
                    sql, asked.session(), asked.supplier().id(), asked.spec().output(), output);
            return new Ruling.Done(issued, asOf, plugin, millis);
        });
    }

    private Ruling allowed(Asked asked, Ruling ruling) {
        return database.inTransaction(sql -> {
            decisions.allowed(sql, asked, Rule.ALLOWED);
            return ruling;
        });
    }
}
