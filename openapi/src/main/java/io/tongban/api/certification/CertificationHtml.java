package io.tongban.api.certification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report for people: a whole page, which loads nothing, runs nothing and prints. It says what the claims of the report
 * say, and how whoever has it verifies the report, which stands in it.
 *
 * @param certificationId the run
 * @param html a whole document in HTML, to be kept as a file in UTF-8
 */
@Schema(
        description =
                "A report for people: a whole page, which loads nothing, runs nothing and prints. It says what the claims of"
                        + " the report say, and how whoever has it verifies the report, which stands in it.")
public record CertificationHtml(
        @Schema(required = true, examples = "crt_01kandb7vq5zrp5nh3qj8m2c5c")
        String certificationId,

        @Schema(
                required = true,
                description = "A whole document in HTML, to be kept as a file in UTF-8.",
                examples = "<!doctype html><html lang=\"zh-CN\"></html>")
        String html) {}
