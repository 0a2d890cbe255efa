/**
 * People: the queue of what needs one, the handoff packet, who has what, private notes, presence.
 *
 * <p>Order in the queue is never opaque: priority by the reason, then waiting time, and the reason is shown. Nothing here
 * speaks for the assistant, and nothing here sees another bank.
 */
@NullMarked
package io.openteller.platform.desk;

import org.jspecify.annotations.NullMarked;
