package io.tongban.api.province;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "ONLINE: answered at once. BATCH: collected, and answered later. MANUAL: only by a person at a counter. NONE: not at"
                        + " all.")
public enum ProvinceCapability {
    ONLINE,
    BATCH,
    MANUAL,
    NONE
}
