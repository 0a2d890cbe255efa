@NullMarked
package io.openteller.platform.vault.internal;

import org.jspecify.annotations.NullMarked;
