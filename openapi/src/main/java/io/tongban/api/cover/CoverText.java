package io.tongban.api.cover;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sentence ready to be shown to the worker.
 *
 * @param zh in Chinese
 * @param en in English
 */
@Schema(description = "A sentence ready to be shown to the worker.")
public record CoverText(
        @Schema(required = true, examples = "职工养老保险：2026年10月已缴。2026年12月15日前缴纳2026年11月，否则2026年12月16日起中断。")
        String zh,

        @Schema(
                required = true,
                examples =
                        "Employees' pension: paid through 2026-10. Lapses on 2026-12-16 unless 2026-11 is paid by 2026-12-15.")
        String en) {}
