package io.tongban.gateway.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChainLinkTest {
    private static final AuditRecord RECORD = new AuditRecord(
            7, Instant.parse("2026-11-23T01:02:03.000004Z"), "courier-one", "worker.registered", "wkr_1", "{\"名\":1}");

    @Test
    void hashesTheDocumentedForm() {
        // Computed outside of this code, with sha256sum over the netstrings.
        assertThat(ChainLink.NONE.next(RECORD))
                .isEqualTo(new ChainLink(1, "98d0fa07209dff54594aab222cfbbcee7f70a3cf75424d270829c97d4c392030"));
        assertThat(ChainLink.NONE.next(RECORD).next(RECORD))
                .isEqualTo(new ChainLink(2, "58e84b4629ece8e599e524cbd2c45de3b92ebdd09ecbe4e90c2a45f6e76960b4"));
    }
}
