package io.openteller.bench;

import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;

/** One measurement that anyone can repeat. */
public interface Suite {

    /** As it is written after {@code ./openteller eval}. */
    String name();

    /** The options in one line, {@code --train T.csv --test S.csv [--cache DIR]}; no others are accepted. */
    String usage();

    /** @throws BadInput when a file or an option cannot be used */
    Report run(Options options, Progress progress);
}
