package io.openteller.platform.banking.internal.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.spi.Money;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.AccountReader.Account;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CardControl.Card;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.CustomerDirectory.Loan;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.DisputeDesk.Dispute;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which operations the typed interfaces are the typed form of. Only those for which they say everything that the operation's
 * output must have: a balance without what is held on it is not what {@code accounts.balance/v1} promises.
 */
final class TypedForms {

    private static final int MOST = 200;
    /** Longer ago than a call and its repetitions take. */
    private static final Duration EARLIER = Duration.ofMinutes(30);

    static final Map<String, TypedForm<?, ?>> ALL = Map.of(
            "accounts.list/v1",
            new TypedForm<AccountReader, List<Account>>(
                    AccountReader.class,
                    (reader, context, customer, input) -> reader.accounts(context, customer),
                    (input, accounts) -> list("accounts", accounts, TypedForms::account)),
            "transactions.search/v1",
            new TypedForm<TransactionReader, List<Transaction>>(
                    TransactionReader.class,
                    (reader, context, customer, input) -> reader.transactions(context, customer, query(input)),
                    (input, found) -> list("transactions", wanted(input, found), TypedForms::searched)),
            "transactions.match/v1",
            new TypedForm<TransactionReader, List<Transaction>>(
                    TransactionReader.class,
                    (reader, context, customer, input) -> reader.transactions(context, customer, query(input)),
                    (input, found) -> list("transactions", found, TypedForms::matched)),
            "cards.list/v1",
            new TypedForm<CardControl, List<Card>>(
                    CardControl.class,
                    (control, context, customer, input) -> control.cards(context, customer),
                    (input, cards) -> list("cards", cards, TypedForms::card)),
            "cards.block/v1",
            new TypedForm<CardControl, CardControl.Blocking>(
                    CardControl.class,
                    (control, context, customer, input) -> control.block(context, customer, text(input, "card")),
                    (input, blocking) -> object()
                            .put("blockedAt", blocking.at().toString())
                            .put("alreadyBlocked", blocking.alreadyBlocked())),
            "disputes.open/v1",
            new TypedForm<DisputeDesk, Dispute>(
                    DisputeDesk.class,
                    (desk, context, customer, input) ->
                            desk.open(context, customer, text(input, "transaction"), text(input, "reason")),
                    (input, dispute) -> opened(dispute)),
            "disputes.status/v1",
            new TypedForm<DisputeDesk, List<Dispute>>(
                    DisputeDesk.class,
                    (desk, context, customer, input) -> desk.disputes(context, customer),
                    (input, disputes) -> list("disputes", disputes, TypedForms::dispute)),
            "profile.contact/v1",
            new TypedForm<CustomerDirectory, CustomerDirectory.Profile>(
                    CustomerDirectory.class,
                    (directory, context, customer, input) -> directory.profile(context, customer),
                    (input, profile) -> object()
                            .put("name", profile.name())
                            .put("email", profile.email().replaceFirst("(?<=.)[^@]*(?=@)", "•••"))
                            .put("mobile", profile.mobile().replaceFirst(".*(?=\\d{4}$)", "••• "))
                            .put("city", profile.city())
                            .put("language", profile.language())),
            "loans.list/v1",
            new TypedForm<CustomerDirectory, CustomerDirectory.Holdings>(
                    CustomerDirectory.class,
                    (directory, context, customer, input) -> directory.holdings(context, customer),
                    (input, holdings) -> list("loans", holdings.loans(), TypedForms::loan)));

    private TypedForms() {}

    private static void account(ObjectNode to, Account account) {
        to.put("account", account.ref())
                .put("kind", account.kind())
                .put("nickname", account.nickname())
                .put("last4", account.last4())
                .put("status", "ACTIVE");
        to.set("balance", money(account.balance()));
    }

    private static void card(ObjectNode to, Card card) {
        to.put("card", card.ref())
                .put("account", card.accountRef())
                .put("kind", card.kind())
                .put("network", card.network())
                .put("last4", card.last4())
                .put("status", card.status());
    }

    private static void loan(ObjectNode to, Loan loan) {
        to.put("loan", loan.ref()).put("kind", loan.kind().toUpperCase(Locale.ROOT));
        to.set("outstanding", money(loan.outstanding()));
        to.set("instalment", money(loan.instalment()));
        to.put("nextDue", loan.nextDue().toString()).put("annualRateBps", loan.annualRateBps());
    }

    private static void matched(ObjectNode to, Transaction entry) {
        to.put("transaction", entry.ref())
                .put("postedAt", entry.postedAt().toString())
                .put("merchant", entry.merchant());
        to.set("amount", money(entry.amount()));
        to.put("disputed", entry.disputed());
    }

    private static void searched(ObjectNode to, Transaction entry) {
        matched(to, entry);
        to.put("kind", entry.kind());
    }

    private static void dispute(ObjectNode to, Dispute dispute) {
        to.put("dispute", dispute.reference())
                .put("reference", dispute.reference())
                .put("merchant", dispute.merchant());
        to.set("amount", money(dispute.amount()));
        to.put("status", dispute.status())
                .put("openedAt", dispute.openedAt().toString())
                .put("answerBy", answerBy(dispute).toString());
    }

    private static ObjectNode opened(Dispute dispute) {
        return object()
                .put("dispute", dispute.reference())
                .put("reference", dispute.reference())
                .put("openedAt", dispute.openedAt().toString())
                .put("alreadyOpen", dispute.openedAt().isBefore(Instant.now().minus(EARLIER)))
                .put("answerBy", answerBy(dispute).toString());
    }

    /** The interface has no date: what the law gives the bank at the most, 90 days in India and eight weeks in Britain. */
    private static LocalDate answerBy(Dispute dispute) {
        long days = dispute.amount().currency().equals("INR") ? 90 : 56;
        return LocalDate.ofInstant(dispute.openedAt(), ZoneOffset.UTC).plusDays(days);
    }

    private static Query query(ObjectNode input) {
        JsonNode amount = input.path("amountMinor");
        String since = textOrNull(input, "since");
        boolean all = input.has("account") || !input.has("limit");
        return new Query(
                amount.isMissingNode() ? null : Long.valueOf(Math.abs(amount.longValue())),
                textOrNull(input, "merchant"),
                since == null ? null : LocalDate.parse(since).atStartOfDay().toInstant(ZoneOffset.UTC),
                all ? MOST : Math.clamp(input.path("limit").longValue(), 1, MOST));
    }

    private static List<Transaction> wanted(ObjectNode input, List<Transaction> found) {
        String account = textOrNull(input, "account");
        return found.stream()
                .filter(entry -> account == null || entry.accountRef().equals(account))
                .limit(input.has("limit") ? Math.clamp(input.path("limit").longValue(), 1, MOST) : MOST)
                .toList();
    }

    private static <T> ObjectNode list(String name, List<T> values, BiConsumer<ObjectNode, T> each) {
        ObjectNode output = object();
        ArrayNode array = output.putArray(name);
        values.stream().limit(MOST).forEach(value -> each.accept(array.addObject(), value));
        return output;
    }

    private static ObjectNode money(Money money) {
        return object().put("minor", money.minor()).put("currency", money.currency());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String text(ObjectNode input, String name) {
        return input.path(name).asText();
    }

    private static @Nullable String textOrNull(ObjectNode input, String name) {
        return input.path(name).textValue();
    }
}
