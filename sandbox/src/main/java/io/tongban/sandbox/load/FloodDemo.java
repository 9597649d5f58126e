package io.tongban.sandbox.load;

import io.tongban.sandbox.launcher.Demo;
import io.tongban.sandbox.launcher.SandboxStack;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code mvn -Psandbox -Dexit -Dflood}: each shape in turn, in place of the demo, and a table. */
public final class FloodDemo implements Demo {
    @Override
    public int run(SandboxStack stack, PrintStream out) throws Exception {
        int count = Integer.getInteger("flood.connections", 2_000);
        out.println();
        out.println("Flood: " + count + " hostile connections of each shape, from eight addresses of this machine");
        FloodRun run = new FloodRun(stack, count);
        run.warm();
        out.print(FloodRow.heading());
        boolean right = true;
        for (Shape shape : shapes(System.getProperty("flood.shapes", ""))) {
            FloodRow row = run.run(shape);
            out.print(row.line());
            right &= row.isRight();
        }
        return right ? 0 : 1;
    }

    /**
     * All shapes, or those whose names stand here with commas between them.
     *
     * @throws IllegalArgumentException for a name that no shape has, before anything is measured
     */
    static List<Shape> shapes(String only) {
        return only.isEmpty()
                ? List.of(Shape.values())
                : Arrays.stream(only.split(",", -1)).map(FloodDemo::shape).toList();
    }

    private static Shape shape(String name) {
        return Arrays.stream(Shape.values())
                .filter(shape -> shape.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No shape of a flood is called '" + name + "'; there are " + names()));
    }

    private static String names() {
        return Arrays.stream(Shape.values()).map(Shape::name).collect(Collectors.joining(", "));
    }
}
