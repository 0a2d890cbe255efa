/**
 * What every plugin must keep to, as tests. A partner extends the contract of each interface that the plugin implements,
 * in the plugin's own test sources, and says where the plugin keeps its things and whom its bank knows.
 */
@NullMarked
package io.openteller.testkit;

import org.jspecify.annotations.NullMarked;
