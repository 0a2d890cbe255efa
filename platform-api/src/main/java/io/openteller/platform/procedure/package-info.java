/**
 * A bank's procedures as people write and publish them: drafts, findings, publication by a second person, versions that never
 * change. A conversation that is in one keeps its version to the end.
 *
 * <p>Runs nothing, but says how: the machine for a bank is made here.
 */
@NullMarked
package io.openteller.platform.procedure;

import org.jspecify.annotations.NullMarked;
