package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What a task is about. `DIFFERENCE`: a row of a day's books of the province that no withholding stands behind.")
public enum TaskKind {
    WITHHOLDING,
    ENROLMENT,
    DIFFERENCE,
    CHANGE
}
