/**
 * What replicas tell each other through Redis, the previews that they pass on, and the limits that they share.
 *
 * <p>Everything here may be lost at any time: losing it costs latency or exactness of a limit, never a message. No other
 * room speaks to Redis, and nothing here is a source of truth.
 */
@NullMarked
package io.openteller.platform.coordination;

import org.jspecify.annotations.NullMarked;
