package io.tongban.api.approval;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "PENDING: it waits for a second person. CONFIRMED: it was signed, and happened. WITHDRAWN: the bank took it back. EXPIRED: nobody signed in time. Of the last two nothing happened.")
public enum ApprovalState {
    PENDING,
    CONFIRMED,
    WITHDRAWN,
    EXPIRED
}
