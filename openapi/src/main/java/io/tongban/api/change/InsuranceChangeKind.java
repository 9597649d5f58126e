package io.tongban.api.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "ENROL: insured from then on; whoever is registered may be withheld for without it, until an insurance is ended."
                        + " CHANGE_BASE: another base or grade. PAUSE: nothing is paid until RESUME. END: not insured any more."
                        + " CORRECT: name or mobile put right at the province, of no insurance.")
public enum InsuranceChangeKind {
    ENROL,
    CHANGE_BASE,
    PAUSE,
    RESUME,
    END,
    CORRECT
}
