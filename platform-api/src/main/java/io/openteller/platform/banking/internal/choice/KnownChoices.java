package io.openteller.platform.banking.internal.choice;

import io.openteller.operations.OperationName;
import io.openteller.platform.banking.internal.supply.Choice;
import io.openteller.platform.tenancy.BankChanges;
import io.openteller.platform.tenancy.Lately;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * What the current bank chose, as it was about a second ago at most: for what reads, and for codes, about which nobody but who
 * sent them is asked. What changes something looks it up in the transaction that admits it ({@link ChoiceSql}).
 */
@Singleton
public class KnownChoices {

    private final TenantDatabase database;
    private final ChoiceSql choices;
    private final Lately<Map<String, String>> known;

    KnownChoices(TenantDatabase database, ChoiceSql choices, BankChanges changes) {
        this.database = database;
        this.choices = choices;
        this.known = new Lately<>(changes, database);
    }

    public Optional<Choice> of(OperationName operation) {
        return Choice.among(known.of(() -> database.inTransaction(choices::all)), operation);
    }

    void forget() {
        known.forget();
    }
}
