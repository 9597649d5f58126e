package io.tongban.api.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who has to act: the partner that called, the gateway, or the province behind it.")
public enum ProblemSource {
    @JsonProperty("partner")
    PARTNER,
    @JsonProperty("gateway")
    GATEWAY,
    @JsonProperty("province")
    PROVINCE
}
