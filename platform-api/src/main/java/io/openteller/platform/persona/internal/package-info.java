@NullMarked
package io.openteller.platform.persona.internal;

import org.jspecify.annotations.NullMarked;
