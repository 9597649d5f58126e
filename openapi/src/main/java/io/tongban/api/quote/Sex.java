package io.tongban.api.quote;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "As in the household register, for the retirement age.")
public enum Sex {
    MALE,
    FEMALE
}
