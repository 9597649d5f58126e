package io.tongban.province.farside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A far side in another language that works folders and listens at no port: some server shows them to the near side. */
public final class MakeOfFolders implements AutoCloseable {
    private final Process process;

    /**
     * @param folder the one that it works
     * @throws AssertionError if the interpreter is not installed: a test that is left out would be seen by nobody
     */
    public MakeOfFolders(String interpreter, Path script, Path folder, Map<String, String> environment) {
        process = OtherMake.started(interpreter, script, environment, folder.toString());
    }

    @Override
    public void close() throws IOException {
        OtherMake.end(process);
    }
}
