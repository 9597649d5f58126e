package io.tongban.api.worker;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The worker works there (WORK_PLACE), or the household is registered there (HOUSEHOLD).")
public enum InsuredPlace {
    WORK_PLACE,
    HOUSEHOLD
}
