/**
 * What a message tells about the customer's need. First form: the signals that always need a person.
 *
 * <p>Recall comes first: a signal raised in vain costs a colleague a minute, one that is missed costs a customer. Every
 * signal names the words that raised it. This room decides nothing.
 */
@NullMarked
package io.openteller.platform.understanding;

import org.jspecify.annotations.NullMarked;
