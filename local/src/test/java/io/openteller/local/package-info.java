/** Tests on the real servers. */
@NullMarked
package io.openteller.local;

import org.jspecify.annotations.NullMarked;
