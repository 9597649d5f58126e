package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "IDENTITY_ATTEMPTS: too many names that did not belong to their citizen numbers. STATUS_LOOKS: the status of"
                        + " workers was read too often in a short time.")
public enum AlertKind {
    IDENTITY_ATTEMPTS,
    STATUS_LOOKS
}
