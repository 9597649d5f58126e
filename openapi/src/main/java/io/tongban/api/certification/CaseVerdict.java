package io.tongban.api.certification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the gateway saw of a case. */
@Schema(
        description =
                "PASSED: it was seen to be done right. FAILED: it was seen to be done wrong; the reason and a request say how. NOT_SEEN: nothing that shows it has come yet.")
public enum CaseVerdict {
    PASSED,
    FAILED,
    NOT_SEEN
}
