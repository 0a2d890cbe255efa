/** Small implementations that keep the contracts, and some of them spoilt: each contract finds what it is there to find. */
@NullMarked
package io.openteller.testkit.reference;

import org.jspecify.annotations.NullMarked;
