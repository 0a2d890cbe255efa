package io.openteller.kit.contract;

import java.util.List;

/**
 * What one check came to.
 *
 * @param check a sentence that is true of good plugins
 * @param faults what is wrong, empty when the sentence is true
 * @param mend what to do about it
 * @param tried how many calls it was tried with; 0 when the plugin has nothing that the check is about
 */
public record Finding(String check, List<String> faults, String mend, int tried) {

    public Finding {
        faults = List.copyOf(faults);
    }

    public boolean passed() {
        return faults.isEmpty();
    }
}
