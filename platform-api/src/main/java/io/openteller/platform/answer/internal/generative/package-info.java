/**
 * Lets a model put what passages say into words. It is not believed: every sentence names the passages that say it, and is
 * held against them before anything else happens to it.
 */
@NullMarked
package io.openteller.platform.answer.internal.generative;

import org.jspecify.annotations.NullMarked;
