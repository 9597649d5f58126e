package io.tongban.province.conformance;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.Certificates;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.farside.MakeOfFolders;
import io.tongban.province.farside.MariaDb;
import io.tongban.province.farside.OpenSsh;
import io.tongban.province.farside.OtherMake;
import io.tongban.province.farside.ProFtpd;
import io.tongban.province.farside.RelayedMake;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.farside.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Provinces whose systems were written by others: each is brought on by one file, and conforms. */
@Execution(ExecutionMode.CONCURRENT)
class OtherMakesTest {
    /** What these systems cannot do, and their profiles do not say; all else must be shown of each. */
    private static final Set<String> OFTEN_NOT_OFFERED = Set.of(
            "query status",
            "pause and resume",
            "end, enrol, change the base",
            "withhold for a paused month",
            "pause a month that is paid",
            "a change again, same serial",
            "inquire a change",
            "correct name and mobile");

    private static final Pattern SERIALS = Pattern.compile("(?m)^  serial: \\{pattern: \"([^\"]*)\"");
    private static final Path FAR_SIDES = Path.of("src/test/resources/farsides");

    @TempDir
    Path folder;

    private CommandRun command;
    private Path mistakes;

    @BeforeEach
    void begin() {
        command = new CommandRun(folder, Clock.systemUTC());
        command.give("patience", "PT20S");
        mistakes = folder.resolve("mistakes");
    }

    @Test
    void saysThatTheFarSideHasNoSuchOperation(@TempDir Path profiles) throws Exception {
        Path file = FAR_SIDES.resolve("soap/96-meishan.yaml");
        Files.writeString(
                profiles.resolve("96-meishan.yaml"),
                Files.readString(file).replace("code: regPerson", "code: regPersons"));
        try (OtherMake system = new OtherMake("node", FAR_SIDES.resolve("soap/province.mjs"), "secret")) {
            command.give("patience", "PT0.2S");
            command.giveProvince("96", "endpoint", "http://127.0.0.1:" + system.port + "/trade");
            command.giveProvince("96", "password", "secret");

            List<Finding> findings = run("96", profiles);

            assertThat(findings)
                    .as(command.printed())
                    .filteredOn(finding -> finding.check().name().equals("register"))
                    .singleElement()
                    .extracting(finding -> finding.verdict().seen())
                    .isEqualTo("no registration comes to an outcome, and all other rows begin with one: the answer is a"
                            + " SOAP Fault; look at operation, namespace and SOAPAction (soap-fault)");
        }
    }

    @Test
    void saysAtWhichFieldTheFarSideCannotBeRead(@TempDir Path profiles) throws Exception {
        Path file = FAR_SIDES.resolve("xml/95-luzhou.yaml");
        Files.writeString(
                profiles.resolve("95-luzhou.yaml"),
                Files.readString(file).replace("{pattern: yyyy-MM-dd}", "{pattern: dd.MM.yyyy}"));
        try (OtherMake system = new OtherMake("python3", FAR_SIDES.resolve("xml/province.py"), "secret")) {
            command.give("patience", "PT0.2S");
            command.giveProvince("95", "endpoint", "http://127.0.0.1:" + system.port + "/trade");
            command.giveProvince("95", "password", "secret");

            List<Finding> findings = run("95", profiles);

            assertThat(findings)
                    .as(command.printed())
                    .filteredOn(finding -> finding.check().name().equals("withhold")
                            && finding.check().fault().equals("none"))
                    .singleElement()
                    .extracting(Finding::exchange, as(STRING))
                    .contains("withhold -> unknown (unreadable at booked-at)");
        }
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "node, soap/province.mjs, 96, http://127.0.0.1:%d/trade, secret<&>",
        "python3, xml/province.py, 95, http://127.0.0.1:%d/trade, secret<&>",
        "python3, tags/province.py, 84, tcp://127.0.0.1:%d, pass$84",
        "python3, framed-xml/province.py, 83, tcp://127.0.0.1:%d, secret<&>",
        "node, delimited/province.mjs, 85, tcp://127.0.0.1:%d, secret",
        "node, json-sm2/province.mjs, 86, http://127.0.0.1:%d/open, unused",
        "python3, json-hmac/province.py, 87, http://127.0.0.1:%d/jk, secret&",
        "node, json-nested/province.mjs, 83, http://127.0.0.1:%d/gw, secret"
    })
    void systemsThatAreAskedDirectly(
            String interpreter, String script, String province, String address, String password) throws Exception {
        try (OtherMake system = new OtherMake(interpreter, FAR_SIDES.resolve(script), environment(password))) {
            command.giveProvince(province, "endpoint", address.formatted(system.port));
            command.giveProvince(province, "password", password);
            if (!system.more.isEmpty()) {
                command.giveProvince(province, "province-key", system.more.get(0));
                command.giveProvince(province, "private-key", system.more.get(1));
            }

            conforms(province, FAR_SIDES.resolve(script).getParent());
        }
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "python3, queue-lines/province.py, 93, JH.IN, JH.OUT",
        "node, queue-attributes/province.mjs, 94, HJ.ASK, HJ.SAY"
    })
    void systemsBehindABroker(String interpreter, String script, String province, String requests, String replies)
            throws Exception {
        try (TestBroker broker = new TestBroker().start();
                RelayedMake system = new RelayedMake(
                        broker, interpreter, FAR_SIDES.resolve(script), requests, replies, environment(""))) {
            command.giveProvince(province, "endpoint", broker.endpoint());
            command.giveProvince(province, "password", "secret-of-41");

            conforms(province, FAR_SIDES.resolve(script).getParent());
        }
    }

    @Test
    void aMariaDbWithAnEventOfItsOwn() throws Exception {
        try (MariaDb server = new MariaDb()) {
            server.load(FAR_SIDES.resolve("mariadb/province.sql"));
            command.giveProvince("88", "endpoint", server.endpoint("jianhu"));
            command.giveProvince("88", "password", "secret-of-88");

            conforms("88", FAR_SIDES.resolve("mariadb"), wrong -> tell(server::run, "jianhu.mistake", 1, wrong), false);
        }
    }

    @Test
    void aPostgreSqlAndItsFunctionsAlone() throws Exception {
        try (ExchangeStub server = new ExchangeStub()) {
            server.run(Files.readString(FAR_SIDES.resolve("postgresql/province.sql")));
            command.giveProvince("89", "endpoint", server.endpoint());
            command.giveProvince("89", "password", "secret-of-89");

            ToldDay.Teller rows = wrong -> tell(server::run, "jk.mistake", 100, wrong);
            conforms("89", FAR_SIDES.resolve("postgresql"), rows, false);
        }
    }

    @Test
    void foldersOfAnOpenSshServer() throws Exception {
        Files.createDirectories(folder.resolve("jsb/to"));
        Files.createDirectories(folder.resolve("jsb/from"));
        Path script = FAR_SIDES.resolve("openssh-node/province.mjs");
        try (OpenSsh server = new OpenSsh(folder);
                MakeOfFolders behind = new MakeOfFolders("node", script, folder, environment(""))) {
            command.giveProvince("92", "endpoint", "sftp://127.0.0.1:" + server.port() + folder);
            command.giveProvince("92", "operator", OpenSsh.user());
            command.giveProvince("92", "host-key", server.hostKey());
            command.giveProvince("92", "client-key", server.key("client"));

            conforms("92", script.getParent());
        }
    }

    /** By way of a server in this process: what is of other make here is who reads and writes the rows. */
    @Test
    void foldersWithRowsOfFixedWidth() throws Exception {
        Path script = FAR_SIDES.resolve("fixed-rows/province.py");
        try (SftpStub server = new SftpStub(folder);
                MakeOfFolders behind =
                        new MakeOfFolders("python3", script, folder.resolve("exchange"), environment(""))) {
            command.giveProvince("82", "endpoint", server.endpoint());
            command.giveProvince("82", "password", "secret-of-34");
            command.giveProvince("82", "host-key", server.hostKey());

            conforms("82", script.getParent());
        }
    }

    /** It refuses data connections that do not take up the session of the control connection. */
    @ParameterizedTest
    @ValueSource(strings = {"ftpes", "ftps"})
    void foldersOfAProFtpdWithAReplyForEachRow(String scheme) throws Exception {
        Files.createDirectories(folder.resolve("bank"));
        Files.createDirectories(folder.resolve("si"));
        Path script = FAR_SIDES.resolve("ftps-rows/province.py");
        Certificates certificates = new Certificates("127.0.0.1", -1);
        try (ProFtpd server = new ProFtpd(folder, certificates, scheme, "secret<&>");
                MakeOfFolders behind = new MakeOfFolders("python3", script, folder, environment(""))) {
            command.giveProvince("81", "endpoint", server.endpoint());
            command.giveProvince("81", "password", "secret<&>");
            command.giveProvince("81", "trust", certificates.pem(folder).toString());

            conforms("81", script.getParent());
            assertThat(server.tlsLog()).contains("client reused TLS session for data connection");
        }
    }

    private Map<String, String> environment(String password) {
        return Map.of("FAR_SIDE_PASSWORD", password, "FAR_SIDE_MISTAKES", mistakes.toString());
    }

    private void conforms(String province, Path profiles) throws Exception {
        conforms(province, profiles, this::tell, true);
    }

    /** Also once its book of the day is wrong. */
    private void conforms(String province, Path profiles, ToldDay.Teller farSide, boolean listsTwice) throws Exception {
        conforming(province, profiles);
        try (ProvinceLink link = command.open()) {
            new ToldDay(link, new ProvinceCode(province), serials(profiles)).isToldWrongly(farSide, listsTwice);
        }
    }

    private static String serials(Path profiles) throws IOException {
        try (Stream<Path> files = Files.list(profiles)) {
            Path profile = files.filter(file -> file.toString().endsWith(".yaml"))
                    .findFirst()
                    .orElseThrow();
            Matcher pattern = SERIALS.matcher(Files.readString(profile));
            return pattern.find() ? pattern.group(1) : "*";
        }
    }

    private void tell(List<ToldDay.Wrong> wrong) throws IOException {
        Path draft = folder.resolve("mistakes.draft");
        Files.write(draft, wrong.stream().map(ToldDay.Wrong::line).toList());
        Files.move(draft, mistakes, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @param unit fen of one of what its amounts count */
    private static void tell(Consumer<String> database, String table, int unit, List<ToldDay.Wrong> wrong) {
        database.accept("delete from " + table);
        wrong.forEach(each -> database.accept(String.format(
                "insert into %s values ('%s', '%s', %d / %d.0, '%s')",
                table, each.kind(), each.serial(), each.fen(), unit, each.day())));
    }

    private void conforming(String province, Path profiles) throws IOException {
        List<Finding> findings = run(province, profiles);

        String matrix = command.printed();
        assertThat(findings).as(matrix).noneMatch(Finding::failed);
        assertThat(findings)
                .as(matrix)
                .filteredOn(finding -> finding.check().fault().equals("none"))
                .hasSizeGreaterThan(Commands.all().size() - 1)
                .allMatch(finding -> finding.verdict() instanceof Verdict.Passed || isNotOffered(finding));
    }

    private static boolean isNotOffered(Finding finding) {
        return OFTEN_NOT_OFFERED.contains(finding.check().name())
                && finding.verdict().seen().equals("the profile does not offer it");
    }

    private List<Finding> run(String province, Path profiles) throws IOException {
        command.give("province", province);
        command.give("profiles", profiles.toString());
        return command.run();
    }
}
