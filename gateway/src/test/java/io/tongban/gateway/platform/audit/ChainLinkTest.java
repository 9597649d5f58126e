package io.tongban.gateway.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChainLinkTest {
    private static final AuditRecord RECORD = new AuditRecord(
            7,
            Instant.parse("2026-11-23T01:02:03.000004Z"),
            "operator",
            "village-bank/0017",
            "village-bank",
            "worker.registered",
            "wkr_1",
            "{\"名\":1}");

    @Test
    void hashesTheDocumentedForm() {
        // Computed outside of this code, with sha256sum over the netstrings.
        assertThat(ChainLink.NONE.next(RECORD))
                .isEqualTo(new ChainLink(1, "c67c24fa1a379eb32fa6e95e590029232f4a651aa0ae69565c0214374403ca5a"));
        assertThat(ChainLink.NONE.next(RECORD).next(RECORD))
                .isEqualTo(new ChainLink(2, "4958b1bbb2b5ac6d57ce006b2b2948afaa7a6cf041357ddefbef5d56f10f35d6"));
    }
}
