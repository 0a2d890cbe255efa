package io.openteller.bench.banks;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A bank of the bench.
 *
 * @param dataset of the sandbox: who its customers are
 * @param folder where the sandbox keeps its books
 * @param siteKeys private: vouches for the bank's customers as its website would
 * @param staffCookie of a colleague who is signed in
 * @param apiKey of a program that may tighten what the bank allows, and read what it has recorded
 */
public record SandboxBank(
        UUID id,
        String slug,
        String currency,
        String dataset,
        Path folder,
        ECKey siteKeys,
        String staffCookie,
        String apiKey,
        List<Customer> customers) {

    /**
     * Somebody who banks there.
     *
     * @param payees who was paid lately, out of the ordinary
     * @param amounts of these payments, as one would type them
     */
    public record Customer(String ref, String name, String mobile, List<String> payees, List<String> amounts) {}

    public String siteKey() {
        return "wk_" + slug + "_website1";
    }

    public Path ledger() {
        return file("ledger.jsonl");
    }

    /** What is switched on here goes wrong from the next call on. */
    public Path faults() {
        return file("faults.json");
    }

    private Path file(String ending) {
        return folder.resolve("banking-sandbox").resolve(slug + "-" + dataset + "." + ending);
    }
}
