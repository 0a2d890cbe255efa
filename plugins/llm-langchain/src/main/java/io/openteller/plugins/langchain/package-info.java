/**
 * What the model plugins share that speak through langchain4j: its way out is the platform's, and what it says and throws
 * becomes the platform's own words. Bundled into each of them; the platform sees none of it. Logs nothing: what is asked and
 * answered is none of a log's business.
 */
@NullMarked
package io.openteller.plugins.langchain;

import org.jspecify.annotations.NullMarked;
