/**
 * The HTTP face of the embedded widget: opens sessions, takes messages, streams what happens.
 *
 * <p>Checks who asks, how often and with what, and hands over; decides nothing about the conversation.
 */
@NullMarked
package io.openteller.platform.widget;

import org.jspecify.annotations.NullMarked;
