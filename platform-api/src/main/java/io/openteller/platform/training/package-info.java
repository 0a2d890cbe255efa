/**
 * What a bank teaches the assistant about what customers want: intents and their examples, trained in the background,
 * looked at, and put in force as a release.
 *
 * <p>A bank that has taught nothing uses what every bank starts with; its first change begins with a copy of that. A model
 * is in force only once somebody published it, and any earlier one can be put in force again. Other rooms see none of this:
 * `understanding` asks for the model through {@link io.openteller.platform.understanding.BankIntents}.
 */
@NullMarked
package io.openteller.platform.training;

import org.jspecify.annotations.NullMarked;
