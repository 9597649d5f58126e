package io.tongban.api.certification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a run came to, as a compact JWS (RFC 7515), verifiable offline against the gateway's JWKS. Header {@code typ} is
 * {@code tongban-certification+jwt}; claims: iss, iat, sub (the run's id), partner, suite, version, contract, startedAt,
 * endedAt, certified, cases (name, title, titleZh, verdict, detail; request, the id in the request log, and digest, as
 * in Content-Digest, of its method, target and Content-Digest, each on a line; event, the id of the one that was
 * taken).
 *
 * @param certificationId the run
 * @param jws compact JWS
 */
@Schema(
        description =
                "What a run came to, as a compact JWS (RFC 7515), verifiable offline against the gateway's JWKS. Header `typ` is"
                        + " `tongban-certification+jwt`; claims: iss, iat, sub (the run's id), partner, suite, version, contract,"
                        + " startedAt, endedAt, certified, cases (name, title, titleZh, verdict, detail; request, the id in the"
                        + " request log, and digest, that of its method, target and Content-Digest, each on a line;"
                        + " event, the id of the one that was taken).")
public record CertificationReport(
        @Schema(required = true, examples = "crt_01kandb7vq5zrp5nh3qj8m2c5c")
        String certificationId,

        @Schema(
                required = true,
                description = "Compact JWS.",
                examples = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJjcnRfMDEifQ.c2ln")
        String jws) {}
