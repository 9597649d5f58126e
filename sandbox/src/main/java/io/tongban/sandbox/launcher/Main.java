package io.tongban.sandbox.launcher;

import io.tongban.sandbox.chaos.BenchDemo;
import io.tongban.sandbox.chaos.ChaosDemo;
import io.tongban.sandbox.demo.OctoberDemo;
import io.tongban.sandbox.load.FloodDemo;
import io.tongban.sandbox.province.SimulatedProvince;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * {@code mvn -Psandbox}: starts a stack, runs the demo, and stays until Ctrl-C, or goes with {@code -Dexit}. With
 * {@code -Dprofiles=} it runs for a folder of profiles, and leaves out the demo, whose provinces it may not have.
 */
public final class Main {
    private final PrintStream out;
    private final boolean exit;
    private final Demo demo;

    private Main(PrintStream out, boolean exit) {
        this.out = out;
        this.exit = exit;
        this.demo = demo();
    }

    private static Demo demo() {
        if (!profiles().isEmpty()) {
            return Demo.NONE;
        }
        if (Boolean.getBoolean("flood")) {
            return new FloodDemo();
        }
        if (Boolean.getBoolean("bench")) {
            return new BenchDemo();
        }
        return Boolean.getBoolean("chaos") ? new ChaosDemo() : new OctoberDemo();
    }

    public static void main(String[] args) {
        endWithParent();
        // Maven gives "true" to a bare -Dexit.
        String exit = System.getProperty("exit", "false");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Main(out, exit.isEmpty() || Boolean.parseBoolean(exit)).run());
    }

    /** Without Maven nobody could stop us: its Ctrl-C is ours. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(maven -> {
            Thread watch = new Thread(
                    () -> {
                        maven.onExit().join();
                        System.exit(1);
                    },
                    "parent-watch");
            watch.setDaemon(true);
            watch.start();
        });
    }

    private int run() {
        long began = System.nanoTime();
        StackOptions options = StackOptions.interactive().with(demo.gatewayProperties());
        Progress progress = new Lines();
        try (SandboxStack stack = start(options, progress)) {
            out.println("The sandbox is up after " + seconds(Duration.ofNanos(System.nanoTime() - began)));
            Path keys = options.layout().target().resolve("partners");
            PartnerFiles.write(stack::partnerKey, stack.authority().pem(), keys);
            invite(stack, keys, stack.control());
            int status = demo.run(stack, out);
            if (!exit) {
                out.println();
                out.println("The sandbox stays at " + stack.gateway() + " and " + stack.httpsGateway()
                        + " until Ctrl-C ends it.");
                new CountDownLatch(1).await();
            }
            return status;
        } catch (IOException failed) {
            out.println("The sandbox did not start: " + failed.getMessage());
            return 1;
        } catch (Exception failed) {
            failed.printStackTrace(out);
            return 1;
        }
    }

    private static String profiles() {
        return System.getProperty("profiles", "");
    }

    private SandboxStack start(StackOptions options, Progress progress) throws IOException, InterruptedException {
        if (profiles().isEmpty()) {
            return SandboxStack.start(options, SandboxProvinces.starter(), progress);
        }
        ProfilesFolder folder = ProfilesFolder.of(options.layout().fromRoot(profiles()));
        List<SimulatedProvince> simulated =
                folder.simulated(property -> System.getenv(GatewayProcess.variable(property)) != null);
        List<String> codes = simulated.stream().map(SimulatedProvince::code).toList();
        folder.endpoints().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(profile -> out.println("  province " + profile.getKey()
                        + (codes.contains(profile.getKey())
                                ? " is simulated" + (folder.overTls().contains(profile.getKey()) ? ", over TLS" : "")
                                : " is called at " + profile.getValue())));
        return SandboxStack.start(
                options.with(Map.of(
                        "tongban.province.profiles-folder", folder.folder().toString())),
                SandboxProvinces.starter(simulated, folder.overTls()),
                progress);
    }

    private void invite(SandboxStack stack, Path keys, String faults) {
        out.println();
        out.println("Gateway         " + stack.gateway());
        out.println(
                "  over TLS      " + stack.httpsGateway() + " (trust " + keys.resolve(PartnerFiles.AUTHORITY) + ")");
        out.println("API description " + stack.gateway() + "/swagger-ui, " + stack.gateway() + "/openapi");
        out.println("Problems        " + stack.gateway() + "/problems");
        out.println("Metrics, health " + stack.gatewayProcess().management() + "/q/metrics, /q/health");
        out.println("Issuer          " + stack.keycloak().issuer("tongban"));
        out.println("Partner keys    " + keys);
        out.println("Simulators      " + faults + "/provinces (latency and faults, see sandbox/docs/simulators.md)");
        out.println("Logs            " + stack.folder());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private final class Lines implements Progress {
        @Override
        public void starting(String server) {
            out.println("  … " + server);
        }

        @Override
        public void ready(String server, String address, Duration after) {
            out.println("  ✓ " + server + " after " + seconds(after) + (address.isEmpty() ? "" : ": " + address));
        }

        @Override
        public void portTaken(String server, int preferred, int instead) {
            out.println("  ! port " + preferred + " is taken: the " + server + " listens on " + instead);
        }
    }
}
