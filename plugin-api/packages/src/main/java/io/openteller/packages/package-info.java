/**
 * Plugins as files: what a package says of itself, what is in it, who signed it. Looks at a package without running any of its
 * code; the platform, the partner's tools and the tests all use this one reader.
 */
@NullMarked
package io.openteller.packages;

import org.jspecify.annotations.NullMarked;
