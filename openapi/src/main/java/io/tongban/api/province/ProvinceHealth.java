package io.tongban.api.province;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "How the last calls went. UP: well. DEGRADED: some fail. DOWN: so many failed that the province is not called (circuit open) for"
                        + " a while; what is accepted waits. OFF: this gateway is not connected to it; what is asked of it is refused with"
                        + " `province-unknown`, and what was accepted before waits.")
public enum ProvinceHealth {
    UP,
    DEGRADED,
    DOWN,
    OFF
}
