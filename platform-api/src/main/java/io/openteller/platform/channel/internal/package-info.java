@NullMarked
package io.openteller.platform.channel.internal;

import org.jspecify.annotations.NullMarked;
