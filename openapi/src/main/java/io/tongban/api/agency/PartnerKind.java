package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "PLATFORM: withholds from earnings. BANK and TERMINAL: serve workers at a counter or machine. AGENCY: runs the gateway.")
public enum PartnerKind {
    PLATFORM,
    BANK,
    TERMINAL,
    AGENCY
}
