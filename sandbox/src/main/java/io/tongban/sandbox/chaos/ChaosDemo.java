package io.tongban.sandbox.chaos;

import io.tongban.sandbox.farside.OtherMakes;
import io.tongban.sandbox.launcher.Demo;
import io.tongban.sandbox.launcher.SandboxStack;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code mvn -Psandbox -Dchaos}: the chaos run in place of the demo; with {@code -Dchaos.hanging=44} the measurement of
 * what that province does to the others when it hangs.
 */
public final class ChaosDemo implements Demo {
    private final Path profiles;

    /** @throws UncheckedIOException if there is no room for a folder of profiles */
    public ChaosDemo() {
        try {
            profiles = Files.createTempDirectory("profiles");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> gatewayProperties() {
        Map<String, String> properties = new TreeMap<>(OtherMakes.secrets());
        properties.put("tongban.province.profiles-folder", profiles.toString());
        return properties;
    }

    @Override
    public int run(SandboxStack stack, PrintStream out) throws Exception {
        ChaosSettings settings = ChaosSettings.fromSystem();
        String hanging = System.getProperty("chaos.hanging", "");
        out.println();
        if (!hanging.isEmpty()) {
            out.print(new HangingRun(stack, settings, hanging).run().table());
            return 0;
        }
        ChaosResult result;
        try (OtherMakes others = settings.otherMakes() ? OtherMakes.start(stack, profiles) : OtherMakes.none()) {
            out.println("Chaos: " + settings.withholdings() + " withholdings over "
                    + stack.provinces().size() + " simulated provinces and "
                    + others.running().size() + " of other make, seed " + settings.seed());
            others.leftOut().forEach(one -> out.println("  left out: province " + one));
            result = new ChaosRun(stack, others.running(), settings, out).run();
        }
        out.println();
        out.print(result.table());
        out.println(result.isRight() ? "All is right: both books agree to the fen." : "NOT RIGHT: see above.");
        return result.isRight() ? 0 : 1;
    }
}
