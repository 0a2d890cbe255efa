/**
 * What administrators look at: figures over the bank's conversations, and any single one with the reasons behind it.
 *
 * <p>Only reads. Every figure is counted from stored conversations, turns and decisions when it is asked for; what no data
 * made is absent, not zero.
 */
@NullMarked
package io.openteller.platform.insight;

import org.jspecify.annotations.NullMarked;
