package io.openteller.platform.curation.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a version says again, or otherwise, than documents in force do.
 *
 * @param nearDuplicates passages that say nearly the same
 * @param contradictions sentences about the same thing with other figures or the opposite
 */
@Serdeable
record Checked(List<Twins> nearDuplicates, List<Contradiction> contradictions) {

    /** @param position which passage of the version, from 0 */
    @Serdeable
    record Here(int position, String heading, String text) {}

    @Serdeable
    record There(String slug, int version, int position, String title, String heading, String text) {}

    /** @param similarity 0 to 1 */
    @Serdeable
    record Twins(Here here, There there, double similarity) {}

    /** @param why what differs, in words */
    @Serdeable
    record Contradiction(Here here, There there, String why) {}
}
