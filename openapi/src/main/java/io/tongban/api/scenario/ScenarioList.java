package io.tongban.api.scenario;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be tried.
 *
 * @param items none in production
 */
@Schema(description = "What can be tried.")
public record ScenarioList(
        @Schema(required = true, description = "None in production.")
        List<Scenario> items) {}
