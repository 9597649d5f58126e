package io.tongban.sandbox.launcher;

import io.tongban.api.agency.PartnerKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client of realm {@code tongban} that the register has to know.
 *
 * @param creditCode unified social credit code (GB 32100) of a payer; well-formed, and nobody's
 */
record SandboxPartner(
        String clientId,
        String name,
        PartnerKind kind,
        @Nullable String creditCode) {
    static final List<SandboxPartner> ALL = List.of(
            new SandboxPartner("fengsong-delivery", "丰送外卖", PartnerKind.PLATFORM, "91440300MA0TB0001W"),
            new SandboxPartner("kuaixing-ride", "快行出行", PartnerKind.PLATFORM, "91510100MA0TB00020"),
            new SandboxPartner("yinzhan-limited", "银栈", PartnerKind.BANK, null),
            new SandboxPartner("tongban-agency", "经办机构", PartnerKind.AGENCY, null),
            new SandboxPartner("other-audience", "别处的受众", PartnerKind.BANK, null),
            new SandboxPartner("short-lived", "短命令牌", PartnerKind.BANK, null));
}
