/**
 * A bank to try out: its customers come from a data set, what is done to them is kept in a store on disk.
 *
 * <p>Each bank has its own store. Whatever changes something is remembered under the call's id and done once.
 */
@NullMarked
package io.openteller.plugins.sandbox;

import org.jspecify.annotations.NullMarked;
