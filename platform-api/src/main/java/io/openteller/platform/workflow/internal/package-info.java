@NullMarked
package io.openteller.platform.workflow.internal;

import org.jspecify.annotations.NullMarked;
