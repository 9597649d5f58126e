package io.tongban.api.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "PROVINCE: asked just now. GATEWAY: the province did not answer in time; this is what the gateway knows by itself.")
public enum StatusSource {
    PROVINCE,
    GATEWAY
}
