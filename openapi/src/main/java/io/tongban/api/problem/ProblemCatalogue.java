package io.tongban.api.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Every problem type that the API answers with.
 *
 * @param items in the order that the operation states
 */
@Schema(description = "Every problem type that the API answers with.")
public record ProblemCatalogue(@Schema(required = true) List<ProblemEntry> items) {}
