package io.tongban.province.dialect.file;

import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a profile may say of its files and of the way to them. */
final class FileOptions {
    static final String SFTP = "sftp";
    /** FTP with TLS from the first octet. */
    static final String FTPS = "ftps";
    /** FTP that asks for TLS. */
    static final String FTPES = "ftpes";

    static final String DELIMITER = "delimiter";
    static final String HOST_KEY = "host-key";
    static final String HOST_KEY_NEXT = "host-key-next";
    static final String CLIENT_KEY = Options.CLIENT_KEY;
    static final String CLIENT_KEY_NEXT = "client-key-next";
    static final String CLIENT_KEY_PASSPHRASE = "client-key-passphrase";
    static final String CUT_EVERY = "cut-every";
    static final String LOOK_EVERY = "look-every";
    static final String ROWS = "rows";
    static final String REQUEST_FOLDER = "request-folder";
    static final String REPLY_FOLDER = "reply-folder";
    static final String NAME = "name";
    static final String REPLY_NAME = "reply-name";
    static final String LEFT_OUT = "left-out";
    static final String DAY_NAME = "day-name";
    static final String MARK = "mark";
    static final String MARK_NAME = "mark-name";
    static final String CHECKSUM = "checksum";
    static final String CHECKSUM_NAME = "checksum-name";
    static final String PACKED = "packed";
    static final String PGP_RECIPIENT = "pgp-recipient";
    static final String PGP_KEY = "pgp-key";
    static final String PGP_PASSPHRASE = "pgp-passphrase";
    static final String HEADER = "header";
    static final String TOTAL = "total";
    static final String TOTAL_AT = "total-at";

    private static final String FINGERPRINT = "SHA256:[A-Za-z0-9+/]{43}";
    private static final String FOLDER = "[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*){0,5}";
    private static final String FOLDERS = "names of folders with / between them, such as out or ready/out";
    private static final String PATTERN = "folder, words in braces and other characters, such as ";
    private static final String KEY_FILE = "the path of a file with a private key, as OpenSSH or PEM";

    private static final String BESIDE =
            "a name with {file}, the other's, or {name}, the same without its ending, such as ";

    static final List<Option> ALL = Stream.concat(
                    Tls.OPTIONS.stream().map(option -> option.whereSchemeIs(FTPS + "|" + FTPES)),
                    Stream.of(
                            Option.usually(DialectNeeds.LAYOUT, "delimited", "delimited|fixed", "delimited or fixed"),
                            Option.usually(
                                            DELIMITER,
                                            "|",
                                            "[^\\p{IsAlphabetic}\\p{IsDigit}\\s\\p{Cntrl}]",
                                            "one character that is neither letter, digit nor blank")
                                    .where(DialectNeeds.LAYOUT, "delimited"),
                            Option.required(HOST_KEY, FINGERPRINT, "the server's fingerprint, SHA256:… as of OpenSSH")
                                    .whereSchemeIs(SFTP),
                            Option.usually(
                                            HOST_KEY_NEXT,
                                            "",
                                            FINGERPRINT,
                                            "the server's other fingerprint, SHA256:… as of OpenSSH")
                                    .whereSchemeIs(SFTP),
                            new Option(CLIENT_KEY, Optional.of(""), ClientKeys::isKey, KEY_FILE).whereSchemeIs(SFTP),
                            new Option(CLIENT_KEY_NEXT, Optional.of(""), ClientKeys::isKey, KEY_FILE)
                                    .where(CLIENT_KEY, ".+"),
                            Option.usually(
                                            CLIENT_KEY_PASSPHRASE,
                                            "",
                                            ".+",
                                            "${a.property.name} of the passphrase of client-key")
                                    .secretly()
                                    .where(CLIENT_KEY, ".+"),
                            Option.usually(CUT_EVERY, "60s", Durations.FORM, "500ms, 30s, 10m or 1h"),
                            Option.usually(LOOK_EVERY, "60s", Durations.FORM, "500ms, 30s, 10m or 1h"),
                            Option.usually(ROWS, "10000", "[1-9][0-9]{0,4}|100000", "a number from 1 to 100000"),
                            Option.usually(REQUEST_FOLDER, "in", FOLDER, FOLDERS),
                            Option.usually(REPLY_FOLDER, "out", FOLDER, FOLDERS),
                            new Option(
                                    NAME,
                                    Optional.of("{kind}_{operator}_{day}_{number:3}.txt"),
                                    NamePattern::isRequest,
                                    PATTERN
                                            + "{kind}_{operator}_{day}_{number:3}.txt; with kind, day and number, and an ending"),
                            new Option(
                                    REPLY_NAME,
                                    Optional.of("{name}{again:.}.rep"),
                                    NamePattern::isReply,
                                    PATTERN
                                            + "{name}{again:.}.rep; with again, and with name, which is the request's without ending, or with"
                                            + " kind and day"),
                            Option.usually(LEFT_OUT, "again", "again|waits", "again or waits")
                                    .where(REPLY_NAME, ".*\\{name}.*"),
                            new Option(
                                    DAY_NAME,
                                    Optional.of("{kind}_{operator}_{day}.txt"),
                                    NamePattern::isDay,
                                    PATTERN + "{kind}_{operator}_{day}.txt; with kind and day"),
                            Option.usually(CHECKSUM, "none", "none|md5|sha256|sm3", "none, md5, sha256 or sm3"),
                            new Option(
                                            CHECKSUM_NAME,
                                            Optional.of(""),
                                            BesideName::isPattern,
                                            BESIDE + "{file}.sha256sum")
                                    .where(CHECKSUM, "md5|sha256|sm3"),
                            Option.usually(MARK, "yes", "yes|no", "yes or no"),
                            new Option(MARK_NAME, Optional.of(""), BesideName::isPattern, BESIDE + "{name}.flg")
                                    .where(MARK, "yes"),
                            Option.usually(PACKED, "none", "none|gzip|zip", "none, gzip or zip"),
                            new Option(
                                    PGP_RECIPIENT,
                                    Optional.of(""),
                                    PgpRecipient::isKey,
                                    "the path of a file with the province's public key of OpenPGP, one that encrypts"),
                            Option.usually(PGP_KEY, "", ".+", "the path of a file with our secret key of OpenPGP"),
                            Option.usually(PGP_PASSPHRASE, "", ".+", "${a.property.name} of the passphrase of pgp-key")
                                    .secretly()
                                    .where(PGP_KEY, ".+"),
                            new Option(
                                    HEADER,
                                    Optional.of(""),
                                    RowPattern::isHeader,
                                    "a row with any of {kind}, {operator}, {day}, {number}, {rows} and {fen}"),
                            Option.usually(TOTAL_AT, "end", "end|start", "end or start"),
                            new Option(
                                    TOTAL,
                                    Optional.of(""),
                                    RowPattern::isTotal,
                                    "a row with {rows} and {fen}, such as T;{rows};{fen}")))
            .toList();

    private FileOptions() {}
}
