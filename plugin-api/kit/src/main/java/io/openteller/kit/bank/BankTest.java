package io.openteller.kit.bank;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to test, and with whom.
 *
 * @param bank short name that the server is told
 * @param customer with an account, transactions, and for effects a card that is not blocked
 * @param otherCustomer another one, with accounts of their own
 * @param nobody a reference that could be one, and is nobody's
 * @param effects whether to block a card and open a dispute
 */
public record BankTest(
        Map<String, String> settings, String bank, String customer, String otherCustomer, String nobody, boolean effects) {

    public BankTest {
        settings = Map.copyOf(settings);
    }

    Map<String, String> settingsWith(String name, @Nullable String value) {
        Map<String, String> changed = new HashMap<>(settings);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    boolean signs() {
        return settings.containsKey("signingSecret");
    }
}
