/**
 * A bank's connectors: what its API file or a line of curl has, whether a connector is sound, what its expressions come to over
 * a sample or over what the bank itself answers; drafts, publication by a second person, versions. What was published last is
 * what the plugin banking-rest runs on.
 */
@NullMarked
package io.openteller.platform.connector;

import org.jspecify.annotations.NullMarked;
