/**
 * Connectors as a bank keeps them: drafts, publication by a second person, versions that never change. The version that was
 * published last is what the plugin banking-rest runs on.
 */
@NullMarked
package io.openteller.platform.connector.internal.stored;

import org.jspecify.annotations.NullMarked;
