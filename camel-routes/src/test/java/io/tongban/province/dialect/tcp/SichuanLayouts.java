package io.tongban.province.dialect.tcp;

import io.tongban.province.Links;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sichuan whose fields do not stand one behind the other. */
final class SichuanLayouts {
    static final String TAGS = """
            head:
              request: [transaction H1, serial H2]
              reply: [transaction H1, serial H2, return-code H4]
            transactions:
              register: {code: "1001", request: [citizen-number B2, name B3], reply: [person-number B1]}
              withhold:
                code: "2001"
                request: [person-number B1, citizen-number B2, name B3, insurance B4, period B5, base B6, amount B7, payer B8]
                reply: [receipt-number B9, amount B7, booked-at C1]
              inquire: {code: "2009", request: [asked-serial D1]}
              query-status: {code: "3001", request: [person-number B1], row: [insurance R1, state R2, paid-through R3]}
            """;
    static final String DOCUMENT = """
            head:
              request: ["transaction @code", serial no]
              reply: ["transaction @code", serial no, return-code code, message text]
            transactions:
              register: {code: "1001", request: [citizen-number p/zjhm, name p/xm], reply: [person-number p/@id]}
              withhold:
                code: "2001"
                request: ["person-number p/@id", name p/xm, period due/ny, amount due/je]
                reply: [receipt-number r/no, amount r/je, booked-at r/sj]
              inquire: {code: "2009", request: [asked-serial asked]}
              query-status: {code: "3001", request: ["person-number p/@id"], reply: [row-count count], row: ["insurance @xz", state zt, paid-through zz]}
            """;

    private SichuanLayouts() {}

    /**
     * @param options lines, the layout among them
     * @param layouts in place of those that it is shipped with
     */
    static Links links(Path folder, String options, String layouts) throws IOException {
        String sichuan = Links.shipped("51-sichuan.yaml");
        String text = sichuan.substring(0, sichuan.indexOf("head:"))
                        .replaceFirst("(?m)^password:.*\\n", "")
                        .replace(
                                "insurances:",
                                "options:\n  " + options.indent(2).strip() + "\ninsurances:")
                + layouts;
        Files.writeString(folder.resolve("51-sichuan.yaml"), text);
        // Its own edits are for tests that have none of their own.
        Files.writeString(folder.resolve("44-guangdong.yaml"), Links.shipped("44-guangdong.yaml"));
        return new Links(folder);
    }
}
