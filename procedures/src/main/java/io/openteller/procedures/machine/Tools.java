package io.openteller.procedures.machine;

import io.openteller.operations.Catalogue;
import io.openteller.procedures.expressions.Bank;
import io.openteller.procedures.expressions.Expressions;
import io.openteller.procedures.expressions.ForPeople;
import io.openteller.procedures.expressions.Templates;

/** What never changes from step to step. */
record Tools(
        Library library, Bank bank, Catalogue catalogue, Expressions expressions, Templates templates, ForPeople forPeople) {

    static Tools of(Library library, Bank bank, Expressions expressions) {
        return new Tools(
                library,
                bank,
                Catalogue.standard(),
                expressions,
                new Templates(expressions, bank),
                new ForPeople(bank.zone()));
    }
}
