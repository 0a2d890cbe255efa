package io.openteller.bench.banks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Gives every customer of the sandbox's data sets fees and failed payments that the bank gives back, and payments that can still
 * be stopped. As they are shipped a handful of customers have one, nearly all below the line: each can be paid once, so that
 * money would all but never move.
 */
public final class MoneyMatters {

    /** Above this a colleague has to agree to a refund, by the catalogue; all amounts are in hundredths of it. */
    private static final Map<String, Long> LINE = Map.of("INR", 200_000L, "GBP", 2_500L);

    private record Sum(String what, int hundredths) {}

    private static final List<Sum> FEES = List.of(
            new Sum("Card fee", 30),
            new Sum("Late payment fee", 90),
            new Sum("Returned cheque fee", 140),
            new Sum("Foreign cash fee", 400),
            new Sum("Account fee", 900));
    private static final List<Sum> FAILED = List.of(
            new Sum("Quayside Lettings", 60), new Sum("Orchard Nursery", 250), new Sum("Kiln Lane Studio", 1_100));
    private static final List<Sum> PENDING = List.of(new Sum("Larch Removals", 500), new Sum("Tandem Motors", 1_900));

    private MoneyMatters() {}

    /** @param plugin the sandbox's package, not signed yet */
    public static void put(Path plugin) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(plugin)) {
            for (String name : BankSetUp.DATASETS) {
                Path file = SandboxData.file(zip, name);
                JsonNode bank = new JsonMapper().readTree(Files.readString(file));
                long line = LINE.getOrDefault(bank.path("currency").asText(), 0L);
                bank.path("customers").forEach(customer -> put(customer, line));
                Files.writeString(file, bank.toString());
            }
        }
    }

    private static void put(JsonNode customer, long line) {
        ObjectNode account = (ObjectNode) customer.path("accounts").path(0);
        String ref = customer.path("ref").asText();
        ArrayNode entries = account.withArrayProperty("special");
        ArrayNode payments = account.withArrayProperty("payments");
        int day = 1;
        for (Sum fee : FEES) {
            entry(entries, fee.what(), fee.hundredths() * line / 100, "FEES", ++day);
        }
        for (Sum failed : FAILED) {
            String booked = "Payment to " + failed.what();
            entry(entries, booked, failed.hundredths() * line / 100, "TRANSFER", 1);
            payment(payments, ref, failed, line, "FAILED").put("entry", booked).put("reason", "The other bank did not answer");
        }
        for (Sum pending : PENDING) {
            payment(payments, ref, pending, line, "PENDING").put("cancellable", true);
        }
    }

    private static void entry(ArrayNode entries, String merchant, long minor, String category, int daysAgo) {
        entries.addObject()
                .put("daysAgo", daysAgo)
                .put("amountMinor", -minor)
                .put("merchant", merchant)
                .put("category", category)
                .put("kind", "DIRECT_DEBIT");
    }

    private static ObjectNode payment(ArrayNode payments, String customer, Sum sum, long line, String status) {
        return payments.addObject()
                .put("ref", "pay-" + customer + "-" + sum.hundredths())
                .put("rail", line > 100_000 ? "IMPS" : "FASTER_PAYMENTS")
                .put("payee", sum.what())
                .put("amountMinor", sum.hundredths() * line / 100)
                .put("hoursAgo", 20)
                .put("status", status);
    }
}
