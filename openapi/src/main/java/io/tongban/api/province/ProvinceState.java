package io.tongban.api.province;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What the agency lets pass. RUNNING: all. PAUSED: new withholdings and registrations are accepted and wait; nothing"
                        + " is sent. DRAINING: new ones are refused with `province-draining`; what waits is sent.")
public enum ProvinceState {
    RUNNING,
    PAUSED,
    DRAINING
}
