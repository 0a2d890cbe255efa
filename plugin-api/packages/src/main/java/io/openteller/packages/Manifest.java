package io.openteller.packages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Capability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package says of itself: its {@code plugin.json}.
 *
 * @param id lower-case letters, digits and hyphens; does not change over versions
 * @param version semantic
 * @param spi versions of the plugin interface that it runs with, such as {@code >=1.0.0 <2.0.0}
 * @param publisher who answers for it
 * @param lifecycle class that is told of start and stop (a PF4J Plugin); null for none
 * @param kinds banking, workflow, llm, channel, identity, knowledge
 * @param capabilities every interface of the platform that its classes implement, with their operations; written by packing
 * @param egress hosts that it calls: {@code api.bank.example}, {@code *.bank.example}, {@code host:8443}, or
 *     <code>{setting}</code> for the host of the address that the bank's administrator put into that setting
 * @param dataRead classes of data that it is given: see {@link DataClass}
 * @param settings JSON Schema 2020-12 of its settings; written by packing
 * @param privacy what becomes of personal data, in words for a data protection officer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        String id,
        String version,
        String spi,
        String name,
        String description,
        String license,
        Publisher publisher,
        @Nullable String lifecycle,
        List<String> kinds,
        List<Capability> capabilities,
        List<String> egress,
        List<DataClass> dataRead,
        Resources resources,
        JsonNode settings,
        String privacy) {

    /** @param key id of the key that signs it; empty until it is signed */
    public record Publisher(String name, String key) {}

    /**
     * What it may use.
     *
     * @param timeoutMillis of one call, however long the caller would wait
     * @param heapMegabytes of the process, when it runs in one of its own
     * @param callsPerSecond per bank, over a second
     * @param callsAtOnce per bank
     */
    public record Resources(int timeoutMillis, int heapMegabytes, int callsPerSecond, int callsAtOnce) {}

    /** What a plugin may be given to read. */
    public enum DataClass {
        /** References by which a bank's systems know a customer, an account, a card. */
        REFERENCES,
        /** Name, address, language, tier. */
        PROFILE,
        /** Telephone numbers and e-mail addresses. */
        CONTACT,
        /** Balances, loans, investments. */
        HOLDINGS,
        TRANSACTIONS,
        CARDS,
        DISPUTES,
        /** What customers write, with tokens in place of personal values. */
        MASKED_TEXT,
        /** What customers write, as it is. */
        TEXT,
        /** One-time codes. */
        CODES,
        /** Documents of the bank. */
        DOCUMENTS
    }
}
