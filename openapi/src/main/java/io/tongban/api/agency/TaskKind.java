package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a task is about.")
public enum TaskKind {
    WITHHOLDING,
    ENROLMENT
}
