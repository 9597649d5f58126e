package io.tongban.api.advice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "FITS: advised. POSSIBLE: may be chosen, and is not advised. NOT_BESIDE: not together with what fits or is there. NOT_OPEN: cannot be begun any more. More words may come.")
public enum AdviceVerdict {
    FITS,
    POSSIBLE,
    NOT_BESIDE,
    NOT_OPEN
}
