package io.tongban.gateway.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the chain ends, and how it grows. The hash of a record is SHA-256 over these ten fields, each written as a
 * netstring (its length in octets in decimal, a colon, its octets in UTF-8, a comma): hash of the record before in
 * lower-case hex (64 zeros before the first), position, id, at (ISO 8601 in UTC with {@code Z}), kind of the actor,
 * actor, tenant, action, subject, facts as stored. Numbers are decimal.
 *
 * @param position of the last record; 0 when there is none
 * @param hash in lower-case hex
 */
record ChainLink(long position, String hash) {
    static final ChainLink NONE = new ChainLink(0, "0".repeat(64));

    ChainLink next(AuditRecord row) {
        MessageDigest digest = sha256();
        add(digest, hash);
        add(digest, Long.toString(position + 1));
        add(digest, Long.toString(row.id()));
        add(digest, row.at().toString());
        add(digest, row.actorKind());
        add(digest, row.actor());
        add(digest, row.tenant());
        add(digest, row.action());
        add(digest, row.subjectId());
        add(digest, row.facts());
        return new ChainLink(position + 1, HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(MessageDigest digest, String field) {
        byte[] octets = field.getBytes(UTF_8);
        digest.update((octets.length + ":").getBytes(UTF_8));
        digest.update(octets);
        digest.update((byte) ',');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
