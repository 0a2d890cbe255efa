@NullMarked
package io.openteller.platform.retrieval.internal;

import org.jspecify.annotations.NullMarked;
