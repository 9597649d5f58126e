package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.Demo;
import io.tongban.sandbox.launcher.SandboxStack;
import java.io.PrintStream;

/**
 * {@code mvn -Psandbox -Dchaos}: the chaos run in place of the demo; with {@code -Dchaos.hanging=44} the measurement of
 * what that province does to the others when it hangs.
 */
public final class ChaosDemo implements Demo {
    @Override
    public int run(SandboxStack stack, PrintStream out) throws Exception {
        ChaosSettings settings = ChaosSettings.fromSystem();
        String hanging = System.getProperty("chaos.hanging", "");
        out.println();
        if (!hanging.isEmpty()) {
            out.print(new HangingRun(stack, settings, hanging).run().table());
            return 0;
        }
        out.println("Chaos: " + settings.withholdings() + " withholdings over "
                + stack.provinces().size() + " provinces, seed " + settings.seed());
        ChaosResult result = new ChaosRun(stack, settings, out).run();
        out.println();
        out.print(result.table());
        out.println(result.isRight() ? "All is right: both books agree to the fen." : "NOT RIGHT: see above.");
        return result.isRight() ? 0 : 1;
    }
}
