@NullMarked
package io.openteller.platform.curation.internal;

import org.jspecify.annotations.NullMarked;
