package io.tongban.sandbox.load;

import io.tongban.sandbox.launcher.Demo;
import io.tongban.sandbox.launcher.SandboxStack;
import java.io.PrintStream;
import java.util.List;

/** {@code mvn -Psandbox -Dexit -Dflood}: each shape in turn, in place of the demo, and a table. */
public final class FloodDemo implements Demo {
    @Override
    public int run(SandboxStack stack, PrintStream out) throws Exception {
        int count = Integer.getInteger("flood.connections", 2_000);
        out.println();
        out.println("Flood: " + count + " hostile connections of each shape, from eight addresses of this machine");
        out.print(FloodRow.heading());
        FloodRun run = new FloodRun(stack, count);
        boolean right = true;
        String only = System.getProperty("flood.shapes", "");
        for (Shape shape : Shape.values()) {
            if (!only.isEmpty() && !List.of(only.split(",")).contains(shape.name())) {
                continue;
            }
            FloodRow row = run.run(shape);
            out.print(row.line());
            right &= row.isRight();
        }
        return right ? 0 : 1;
    }
}
