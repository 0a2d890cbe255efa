@NullMarked
package io.openteller.platform.conversation.internal;

import org.jspecify.annotations.NullMarked;
