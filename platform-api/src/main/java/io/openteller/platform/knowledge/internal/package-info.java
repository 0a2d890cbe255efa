@NullMarked
package io.openteller.platform.knowledge.internal;

import org.jspecify.annotations.NullMarked;
