/**
 * The only writer of conversations and messages; holds the outbox and the order of what was said.
 *
 * <p>Accepting a message is durable before it is acknowledged: the message, its turn and the outbox row commit
 * together. A reply takes the one place that its turn has, and only while the writer's fence is the newest. Nothing
 * here decides what to say, and nothing here calls a model or a plugin.
 */
@NullMarked
package io.openteller.platform.conversation;

import org.jspecify.annotations.NullMarked;
