package io.tongban.province.farside;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntSupplier;

/** One dialect's well-behaved far side, and how a profile asks for TLS there. */
public final class TlsFarSide implements AutoCloseable {
    private final ProvinceCode province;
    private final String file;
    /** Where options may be added, and what the address begins and ends with. */
    private final String anchor;

    private final String scheme;
    private final URI clear;
    private final IntSupplier arrived;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Links links;

    private TlsFarSide(
            ProvinceCode province, String file, String anchor, String scheme, String clear, IntSupplier arrived) {
        this.province = province;
        this.file = file;
        this.anchor = anchor;
        this.scheme = scheme;
        this.clear = URI.create(clear);
        this.arrived = arrived;
    }

    public static TlsFarSide of(String dialect) throws Exception {
        return switch (dialect) {
            case "soap" -> soap();
            case "tcp" -> tcp();
            case "queue" -> queue();
            case "exchangedb" -> exchangedb();
            default -> throw new IllegalArgumentException("no dialect " + dialect);
        };
    }

    private static TlsFarSide soap() {
        SoapStub stub = new SoapStub();
        stub.answering("0000", "<AAC001>4400000001</AAC001>");
        TlsFarSide far = new TlsFarSide(
                Samples.GUANGDONG, "44-guangdong.yaml", "insurances:", "https", stub.endpoint(), stub.requests::size);
        far.open.push(stub::close);
        return far;
    }

    private static TlsFarSide tcp() {
        TcpStub stub = new TcpStub();
        stub.answering("0000", "510000000001");
        TlsFarSide far = new TlsFarSide(
                Samples.SICHUAN,
                "51-sichuan.yaml",
                "insurances:",
                "tls",
                "tcp://" + stub.endpoint(),
                stub.requests::size);
        far.open.push(stub);
        return far;
    }

    private static TlsFarSide queue() throws Exception {
        TestBroker broker = new TestBroker().start();
        QueueStub stub = new QueueStub(broker);
        stub.answering("0000", "<AAC001>4100000001</AAC001>");
        TlsFarSide far = new TlsFarSide(
                Samples.HENAN, "41-henan.yaml", "  request-queue:", "tls", broker.endpoint(), stub.requests::size);
        far.open.push(broker);
        far.open.push(stub);
        return far;
    }

    private static TlsFarSide exchangedb() {
        ExchangeStub stub = new ExchangeStub();
        stub.answering(Dongting.REGISTERED);
        TlsFarSide far = new TlsFarSide(
                Samples.DONGTING,
                "98-dongting.yaml",
                "options: {",
                "postgresql",
                stub.endpoint(),
                () -> stub.texts("select \"LSH\" from \"Qzk\".\"WbJh\"").size());
        far.open.push(stub);
        return far;
    }

    public ProvinceCode province() {
        return province;
    }

    public int port() {
        return clear.getPort();
    }

    public String clear() {
        return clear.toString();
    }

    /** How many requests have come. */
    public int arrived() {
        return arrived.getAsInt();
    }

    public TlsFront front(Certificates certificates) throws Exception {
        TlsFront front = new TlsFront(certificates.serving(), port());
        front.asPostgres = scheme.equals("postgresql");
        return front;
    }

    /** Links that call this port over TLS, and believe whom their profile names. */
    public Links links(Path folder, int port, Path authority) {
        return trusting(folder, authority).set(property(), endpoint(port));
    }

    /** The same for a database whose address names an authority, as the addresses of databases do. */
    public Links addressed(Path folder, int port, Path authority) {
        return profile(folder).set(property(), endpoint(port) + "&sslrootcert=" + authority);
    }

    /** The address with this port that asks for TLS. */
    public String endpoint(int port) {
        String address = scheme + "://127.0.0.1:" + port + clear.getPath();
        return scheme.equals("postgresql") ? address + "?sslmode=verify-full" : address;
    }

    private String property() {
        return "tongban.province." + province.value() + ".endpoint";
    }

    /** Links whose profile names an authority. */
    public Links trusting(Path folder, Path authority) {
        Links made = profile(folder);
        add(folder, "trust: " + authority);
        return made;
    }

    /** The same links, with a certificate of our own. */
    public Links showing(Path folder, Path identity) {
        add(folder, "client-certificate: " + identity);
        return links;
    }

    private Links profile(Path folder) {
        links = scheme.equals("postgresql")
                ? Dongting.unhurried(folder, clear())
                : new Links(folder).edit(file, "reply: 10s", "reply: 20s");
        return links;
    }

    private void add(Path folder, String option) {
        try {
            Path profile = folder.resolve(file);
            String text = Files.readString(profile);
            String now = switch (anchor) {
                case "insurances:" ->
                    text.contains("options: {")
                            ? text.replace("options: {", "options: {" + option + ", ")
                            : text.replace(anchor, "options: {" + option + "}\n" + anchor);
                case "options: {" -> text.replace(anchor, anchor + option + ", ");
                default -> text.replace(anchor, "  " + option + "\n" + anchor);
            };
            Files.writeString(profile, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
