package io.openteller.platform.plugin.internal.banks;

import io.openteller.platform.plugin.internal.banks.PluginViews.Plugin;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that does what is wished, or else says with 202 that it waits for a second person. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "200",
        description = "It is done",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Plugin.class)))
@ApiResponse(
        responseCode = "202",
        description = "It waits for a second person; nothing is changed yet",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Plugin.class)))
@interface MayWait {}
