package io.openteller.kit.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One thing that a package is held against. */
abstract class Check {

    private final String sentence;
    private final String mend;

    Check(String sentence, String mend) {
        this.sentence = sentence;
        this.mend = mend;
    }

    /** What a check has found so far. */
    static final class Notes {
        private final Set<String> faults = new LinkedHashSet<>();
        private int tried;

        void tried() {
            tried++;
        }

        void fault(String form, Object... values) {
            faults.add(form.formatted(values));
        }
    }

    abstract void run(Subject subject, Notes notes) throws Exception;

    final Finding on(Subject subject) {
        Notes notes = new Notes();
        try {
            run(subject, notes);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            notes.fault("the check was interrupted");
        } catch (Exception failure) {
            notes.fault("the check itself failed: %s", failure);
        }
        List<String> faults = new ArrayList<>(notes.faults);
        return new Finding(sentence, faults, mend, notes.tried);
    }
}
