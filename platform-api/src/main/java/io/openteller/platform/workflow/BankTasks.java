package io.openteller.platform.workflow;

import java.util.UUID;

/** The tasks, for the current tenant. */
public interface BankTasks {

    TaskOutcome balances(Customer customer);

    TaskOutcome recentTransactions(Customer customer);

    /** @param message what the customer wrote; may name the card by its last digits */
    TaskOutcome blockCard(Customer customer, String message);

    /**
     * Opens a dispute for the payment that the message describes, if exactly one fits; always ends with a person.
     *
     * @param turn makes a repeated call open the same dispute
     */
    TaskOutcome dispute(Customer customer, String message, UUID turn);

    /** Goes on after the customer took a step. */
    TaskOutcome resume(Customer customer, UUID step);
}
