package io.tongban.sandbox.wire;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Runs a program as Maven's exec plugin does, in a group of threads, and waits for those that the program leaves behind.
 * Ends with status 1 and their names if there are any, with status 2 if the program fails.
 */
final class ProgramInItsGroup {
    /** The plugin waits longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ProgramInItsGroup() {}

    /** @param arguments the program's class */
    public static void main(String[] arguments) throws Exception {
        Class<?> program = Class.forName(arguments[0]);
        ThreadGroup group = new ThreadGroup(arguments[0]);
        Thread main = new Thread(group, () -> run(program), "main");
        main.start();
        main.join();
        group.interrupt();
        Thread[] left = new Thread[group.activeCount() + 10];
        int count = group.enumerate(left);
        String names = "";
        for (Thread thread : Stream.of(left).limit(count).toList()) {
            thread.join(PATIENCE.toMillis());
            names += thread.isAlive() ? " " + thread.getName() : "";
        }
        System.out.println("left:" + names);
        System.exit(names.isEmpty() ? 0 : 1);
    }

    private static void run(Class<?> program) {
        try {
            program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException e) {
            e.printStackTrace();
            System.exit(2);
        }
    }
}
