package io.tongban.sandbox.farside;

import static java.util.Objects.requireNonNull;

import io.tongban.sandbox.launcher.Layout;
import io.tongban.sandbox.launcher.PostgresServer;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.province.DataFile;
import io.tongban.sandbox.province.SimulatedProvince;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The twelve provinces of other make, two a dialect, each with its profile in the gateway's folder while this is open.
 * What they are is read from where the routes' own tests have it.
 */
public final class OtherMakes implements AutoCloseable {
    /** Where they are in a checkout, from its root. */
    static final String SOURCES = "camel-routes/src/test/resources/farsides";

    private static final long SEED = 20261129;
    /** A call over a new connection is a piece or two each way; files and brokers talk in many. */
    private static final double OFTEN = 0.01;

    private static final double SELDOM = 0.001;
    private static final String CALLER_KEY = "1f2e3d4c5b6a798897a6b5c4d3e2f1001122334455667788990011223344556a";

    private static final List<Make> ALL = List.of(
            new Make("96", "soap", "http://127.0.0.1:%d/trade", OFTEN, start -> start.asked("node")),
            new Make("95", "xml", "http://127.0.0.1:%d/trade", OFTEN, start -> start.asked("python3")),
            new Make("84", "tags", "tcp://127.0.0.1:%d", OFTEN, start -> start.asked("python3")),
            new Make("85", "delimited", "tcp://127.0.0.1:%d", OFTEN, start -> start.asked("node")),
            new Make("86", "json-sm2", "http://127.0.0.1:%d/open", OFTEN, start -> start.asked("node")),
            new Make("87", "json-hmac", "http://127.0.0.1:%d/jk", OFTEN, start -> start.asked("python3")),
            new Make("93", "queue-lines", "tcp://127.0.0.1:%d", SELDOM, start -> start.queued("python3")),
            new Make("94", "queue-attributes", "tcp://127.0.0.1:%d", SELDOM, start -> start.queued("node")),
            new Make("88", "mariadb", "mariadb://127.0.0.1:%d/jianhu", OFTEN, Start::mariaDb),
            new Make("89", "postgresql", "postgresql://127.0.0.1:%d/far_89", OFTEN, Start::postgreSql),
            new Make("82", "fixed-rows", "sftp://127.0.0.1:%d/exchange", SELDOM, Start::folders),
            new Make("92", "openssh-node", "sftp://127.0.0.1:%d", SELDOM, Start::foldersOfOpenSsh));

    private final List<OtherMake> running = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<Path> profiles = new ArrayList<>();

    private OtherMakes() {}

    /** @param cuts how likely a piece of what is said is cut off in a storm */
    private record Make(String code, String folder, String endpoint, double cuts, Starter starter) {}

    private interface Starter {
        FarSide start(Start start) throws Exception;
    }

    /** What a gateway has to be given at its start, for secrets stand in no profile. */
    public static Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>();
        ALL.forEach(make -> secrets.put("tongban.province." + make.code() + ".password", password(make.code())));
        secrets.put("tongban.province.86.private-key", CALLER_KEY);
        return secrets;
    }

    /** The two databases have theirs in their own files. */
    private static String password(String code) {
        return "secret-of-" + code;
    }

    /** None of them. */
    public static OtherMakes none() {
        return new OtherMakes();
    }

    /** Beside a stack, from where they are in this checkout. */
    public static OtherMakes start(SandboxStack stack, Path profiles) throws Exception {
        return start(
                Layout.ofThisCheckout().fromRoot(SOURCES),
                stack.postgres(),
                profiles,
                stack.folder().resolve("other-makes"));
    }

    /**
     * Starts those that this machine has the software for, and writes their profiles.
     *
     * @param sources folder of the far sides, one each
     * @param postgres that has room for a database
     * @param profiles folder that the gateway watches
     * @param work folder for what they write
     */
    static OtherMakes start(Path sources, PostgresServer postgres, Path profiles, Path work) throws Exception {
        OtherMakes all = new OtherMakes();
        try {
            Files.createDirectories(work);
            for (Make make : ALL) {
                all.start(make, new Start(make, sources.resolve(make.folder()), postgres, work), profiles);
            }
            return all;
        } catch (Exception e) {
            all.close();
            throw e;
        }
    }

    private void start(Make make, Start start, Path folder) throws Exception {
        FarSide farSide;
        try {
            farSide = make.starter().start(start);
        } catch (NotInstalledException e) {
            leftOut.add(make.code() + ": " + e.getMessage());
            return;
        }
        Cutter cutter = new Cutter(farSide.port(), SEED);
        Path source = start.profile();
        running.add(
                new OtherMake(make.code(), farSide, cutter, make.cuts(), Serials.of(DataFile.read(source, Map.class))));
        Map<String, String> told = new TreeMap<>(farSide.told());
        told.put("endpoint", make.endpoint().formatted(cutter.port()) + start.path());
        String text = Files.readString(source);
        for (Map.Entry<String, String> each : told.entrySet()) {
            text = text.replace(
                    "${tongban.province." + make.code() + "." + each.getKey() + "}", '"' + each.getValue() + '"');
        }
        // Whole at once, for the gateway watches.
        Path draft = Files.writeString(folder.resolve(source.getFileName() + ".draft"), text);
        profiles.add(Files.move(draft, folder.resolve(source.getFileName()), StandardCopyOption.ATOMIC_MOVE));
    }

    public List<OtherMake> running() {
        return List.copyOf(running);
    }

    /** Codes of those that could not be started, each with what is missing. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Takes the profiles away, and ends all; the gateway needs a moment to see it. */
    @Override
    public void close() throws Exception {
        for (Path profile : profiles) {
            Files.deleteIfExists(profile);
        }
        for (OtherMake each : running) {
            each.close();
        }
    }

    /** The ways to start one. */
    private record Start(Make make, Path source, PostgresServer postgres, Path work) {
        AskedDirectly asked(String interpreter) throws NotInstalledException, IOException, InterruptedException {
            return new AskedDirectly(
                    interpreter,
                    script(),
                    ledger(),
                    Map.of("FAR_SIDE_PASSWORD", password(make.code()), "FAR_SIDE_CALLER_KEY", CALLER_KEY));
        }

        BehindABroker queued(String interpreter) throws NotInstalledException, IOException {
            Map<?, ?> profile = DataFile.read(profile(), Map.class);
            Map<?, ?> options = (Map<?, ?>) requireNonNull(profile.get("options"));
            SimulatedProvince queues = new SimulatedProvince(
                    make.code(),
                    make.folder(),
                    "queue",
                    "UTF-8",
                    "",
                    10,
                    String.valueOf(profile.get("operator")),
                    password(make.code()),
                    24,
                    Map.of(
                            "request-queue", String.valueOf(options.get("request-queue")),
                            "reply-queue", String.valueOf(options.get("reply-queue"))));
            return new BehindABroker(queues, interpreter, script(), ledger());
        }

        Tables mariaDb() throws NotInstalledException, IOException, InterruptedException, SQLException {
            MariaDbServer server = new MariaDbServer();
            server.load(source.resolve("province.sql"));
            return new Tables(server.port(), server::connection, """
                    select lsh, grbh, ny, r_je, r_pzh from jianhu.ywsq where ywlx = 'JH02' and fhm = '0'
                    """, "jianhu.mistake", "?", server);
        }

        Tables postgreSql() throws IOException, SQLException {
            DataSource database = postgres.createDatabase("far_89");
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(Files.readString(source.resolve("province.sql")));
            }
            return new Tables(postgres.port(), database::getConnection, """
                    select serial_no, person_no, month, (booked_fee * 100)::bigint, voucher
                    from jk.request where trade = 'collect' and code = 'ok'
                    """, "jk.mistake", "? / 100.0", () -> {});
        }

        BehindFolders folders() throws NotInstalledException, IOException {
            return BehindFolders.byPassword(
                    "TONGBAN", password(make.code()), "python3", script(), Files.createDirectories(folder()));
        }

        BehindFolders foldersOfOpenSsh() throws Exception {
            return BehindFolders.byKey("node", script(), Files.createDirectories(folder()));
        }

        /** Behind the port: a server that shows the whole machine has to be told where. */
        String path() {
            return make.code().equals("92") ? folder().toString() : "";
        }

        private Path folder() {
            return work.resolve(make.code());
        }

        private Path ledger() {
            return work.resolve(make.code() + ".ledger");
        }

        private Path script() {
            Path python = source.resolve("province.py");
            return Files.exists(python) ? python : source.resolve("province.mjs");
        }

        Path profile() throws IOException {
            try (var files = Files.newDirectoryStream(source, "*.yaml")) {
                return files.iterator().next();
            }
        }
    }
}
