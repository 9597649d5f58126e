package io.tongban.sandbox.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a JVM of the same installation as this one. */
record Java(List<String> words) {
    static Java command(String... arguments) {
        String executable =
                Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Java(List.of(executable)).with(arguments);
    }

    Java with(String... arguments) {
        return with(List.of(arguments));
    }

    Java with(List<String> arguments) {
        return new Java(Stream.concat(words.stream(), arguments.stream()).toList());
    }
}
