/**
 * Two fictitious banks on the platform, to try it and to test it as a whole: their documents, customers, staff, websites,
 * and a phone that shows the text messages they would send. Never part of a bank's own installation.
 */
@NullMarked
package io.openteller.demo;

import org.jspecify.annotations.NullMarked;
