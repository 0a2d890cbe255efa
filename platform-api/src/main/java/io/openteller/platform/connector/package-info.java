/**
 * Connectors in the making: what a bank's API file or a line of curl has, whether a connector is sound, and what its
 * expressions come to over a sample. Calls no bank and keeps nothing; a finished connector is a setting of the plugin
 * banking-rest.
 */
@NullMarked
package io.openteller.platform.connector;

import org.jspecify.annotations.NullMarked;
