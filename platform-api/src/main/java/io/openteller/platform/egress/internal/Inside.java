package io.openteller.platform.egress.internal;

import java.io.IOException;

/** An address on this machine or in a private network, to which nobody opened the way. Nothing was sent. */
final class Inside extends IOException {

    private static final long serialVersionUID = 1;
}
