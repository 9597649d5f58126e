package io.tongban.api.keys;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * JWK Set (RFC 7517), public keys only.
 *
 * @param keys the keys, each a JWK
 */
@Schema(description = "JWK Set (RFC 7517), public keys only.")
public record KeySet(@Schema(required = true) List<Map<String, Object>> keys) {}
