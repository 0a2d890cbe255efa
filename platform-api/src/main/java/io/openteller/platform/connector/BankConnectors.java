package io.openteller.platform.connector;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The current bank's connectors, for whoever calls by them. Several are in use at once. */
public interface BankConnectors {

    /** The plugin that runs them. */
    String PLUGIN = "banking-rest";

    /** Its setting that has the document. */
    String SETTING = "connector";

    /** Whether any was ever published; before that, the plugin runs on what whoever set the bank up put into it. */
    boolean any();

    /** Of those that are in use now, the version that was in force in that release, by name. */
    List<Published> at(long release);

    /** The document of a version, which never changes; in use or not. */
    Optional<String> document(String name, int version);

    /** @param operations that it supplies */
    record Published(String name, int version, Set<String> operations) {
        public Published {
            operations = Set.copyOf(operations);
        }
    }
}
