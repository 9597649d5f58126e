package io.tongban.province.farside;

import io.tongban.province.Links;
import java.nio.file.Files;
import java.nio.file.Path;

/** Links whose province 34 is a test's own SFTP server, with a transfer in a hurry. */
public final class FileLinks {
    private FileLinks() {}

    public static Links links(Path folder, SftpStub province) {
        Path profiles = folder.resolve("profiles");
        Links links;
        try {
            links = new Links(Files.createDirectories(profiles));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (Files.notExists(profiles.resolve("34-anhui.yaml"))) {
            // A round that a busy machine makes fail is a round in which nothing is sent.
            links.edit("34-anhui.yaml", "connect: 2s", "connect: 20s");
        }
        return links.set("tongban.province.34.endpoint", province.endpoint())
                .set("tongban.province.34.host-key", province.hostKey())
                .set("tongban.province.34.cut-every", "20ms")
                .set("tongban.province.34.look-every", "20ms");
    }
}
