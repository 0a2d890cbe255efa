/**
 * Runs of procedures that survive whatever happens to the process: every event is committed with the state that it leads to
 * and with what is to be done next, and only then is it done.
 */
@NullMarked
package io.openteller.platform.workflow.internal.runs;

import org.jspecify.annotations.NullMarked;
