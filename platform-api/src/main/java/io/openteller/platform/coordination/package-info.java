/**
 * What replicas tell each other through Redis, the previews that they pass on, and the limits that they share; and how one
 * process behaves: whose turn it is in it, whether it is ready, what it publishes of banks, how it goes.
 *
 * <p>Everything here may be lost at any time: losing it costs latency or exactness of a limit, never a message. No other
 * room speaks to Redis, and nothing here is a source of truth.
 */
@NullMarked
package io.openteller.platform.coordination;

import org.jspecify.annotations.NullMarked;
