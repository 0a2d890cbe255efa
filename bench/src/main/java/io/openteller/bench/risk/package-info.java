/** Whether what must go to a person is heard, and how seldom an ordinary message is taken for it. */
@NullMarked
package io.openteller.bench.risk;

import org.jspecify.annotations.NullMarked;
