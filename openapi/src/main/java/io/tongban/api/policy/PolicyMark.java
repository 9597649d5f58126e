package io.tongban.api.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "How far it may be trusted. OFFICIAL: the authority's own source was read. THIRD_PARTY: another's was. ASSUMED: common knowledge of the field.")
public enum PolicyMark {
    OFFICIAL,
    THIRD_PARTY,
    ASSUMED
}
