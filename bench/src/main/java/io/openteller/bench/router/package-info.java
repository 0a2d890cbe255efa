/** What the door to models adds to a call, and how much goes through it. */
@NullMarked
package io.openteller.bench.router;

import org.jspecify.annotations.NullMarked;
