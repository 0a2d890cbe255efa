/** Ways to customers besides the platform's own widget: messengers, text messages, mail. */
@NullMarked
package io.openteller.spi.channel;

import org.jspecify.annotations.NullMarked;
