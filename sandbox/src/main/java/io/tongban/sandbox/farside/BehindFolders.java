package io.tongban.sandbox.farside;

import io.tongban.sandbox.province.file.SftpHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that works the folders of a file server, whichever that is. */
final class BehindFolders implements FarSide {
    private final Program program;
    private final Server server;

    /** @param told what a caller has to know of it, beside the port */
    private record Server(AutoCloseable running, int port, Map<String, String> told) {}

    private BehindFolders(Server server, Program program) {
        this.server = server;
        this.program = program;
    }

    /** Behind a server that shows folder {@code exchange} and lets one operator in by a password. */
    static BehindFolders byPassword(String operator, String password, String interpreter, Path script, Path folder)
            throws NotInstalledException, IOException {
        Path exchange = folder.resolve("exchange");
        Files.createDirectories(exchange.resolve("in"));
        Files.createDirectories(exchange.resolve("out"));
        Program program = program(interpreter, script, exchange);
        SftpHost host = new SftpHost(operator, password, folder, 0);
        return new BehindFolders(new Server(host, host.port(), Map.of("host-key", host.fingerprint())), program);
    }

    /** Behind a stock OpenSSH server that lets this user in by key. */
    static BehindFolders byKey(String interpreter, Path script, Path folder) throws Exception {
        Files.createDirectories(folder.resolve("jsb/to"));
        Files.createDirectories(folder.resolve("jsb/from"));
        OpenSsh host = new OpenSsh(Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-ssh")));
        try {
            Program program = program(interpreter, script, folder);
            return new BehindFolders(
                    new Server(
                            host,
                            host.port(),
                            Map.of(
                                    "host-key", host.fingerprint(),
                                    "operator", OpenSsh.user(),
                                    "client-key", host.clientKey().toString())),
                    program);
        } catch (NotInstalledException e) {
            host.close();
            throw e;
        }
    }

    private static Program program(String interpreter, Path script, Path folder) throws NotInstalledException {
        Path ledger = folder.resolveSibling(folder.getFileName() + ".ledger");
        return new Program(interpreter, script, ledger, Map.of(), folder.toString());
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public Map<String, String> told() {
        return server.told();
    }

    @Override
    public boolean tellsByFiles() {
        return true;
    }

    @Override
    public List<Booked> booked() throws IOException {
        return program.booked();
    }

    @Override
    public void mistake(List<Mistake> mistakes) throws IOException {
        program.mistake(mistakes);
    }

    @Override
    public void close() throws Exception {
        server.running().close();
        program.close();
    }
}
