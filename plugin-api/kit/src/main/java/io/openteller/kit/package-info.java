/** The partner's command line: {@code ./openteller plugin …}. */
@NullMarked
package io.openteller.kit;

import org.jspecify.annotations.NullMarked;
