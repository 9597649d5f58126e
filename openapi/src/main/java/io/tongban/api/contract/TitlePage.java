package io.tongban.api.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Title, licence, servers and the introduction that every reader meets first. */
final class TitlePage {
    private static final String INTRODUCTION = """
            One signed gateway to every province's social insurance, for platforms, banks and terminals.

            **Every `/v1` request** carries an access token (`private_key_jwt` client credentials) and an RFC 9421 \
            signature in the profile of `SIGNING.md`; a request with a body carries `Content-Digest`. Every answer, \
            errors included, is signed by the gateway: verify it before you read it.

            **Effects** carry an `Idempotency-Key`. The same key brings the same answer, byte for byte; the same key \
            with another request is refused.

            **Errors** are RFC 9457 problem documents with a stable `code`; the catalogue is at `/problems`.

            **Money** is whole fen in fields named `…Fen`; months are `2026-11`; instants are UTC. Codes are written \
            with their code system (`AAE140:110`). Ignore fields that you do not know; the gateway refuses those \
            that it does not know, in bodies, paths and queries alike. A state you do not know is not final.

            **Values** are read to the letter: a number is no string, `1e3` and `1.0` are no whole numbers, a name has \
            no blanks around it, `null` is no value (leave the field out), a list holds each element once, a parameter \
            stands once, and no string holds control characters or half a surrogate pair. What a schema does not \
            allow is refused with the pointer of the field, or the name of the parameter.

            **HEAD** is answered wherever GET is, with the same status and no body; its signature covers an empty one.

            通办：一个签名的开放接口，连接各省社会保险系统。请求与应答均按 RFC 9421 签名；金额以分为单位；错误以稳定的 code 区分。
            """;

    private TitlePage() {}

    static void write(OpenAPI api, String version) {
        api.setInfo(OASFactory.createInfo()
                .title("Tongban 通办 partner API")
                .version(version)
                .description(INTRODUCTION)
                .contact(OASFactory.createContact().name("Tongban").url("https://tongban.io"))
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        api.addServer(
                OASFactory.createServer().url("http://127.0.0.1:8080").description("The sandbox on your own machine."));
    }
}
