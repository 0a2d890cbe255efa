@NullMarked
package io.openteller.platform.embedding.internal;

import org.jspecify.annotations.NullMarked;
