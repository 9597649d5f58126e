package io.tongban.province.dated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    @TempDir
    Path folder;

    private FolderWatch watch;

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("51.yaml"), "one");
        watch = new FolderWatch(folder);
    }

    @Test
    void tellsOfAChangeWhenItIsSeenTwiceTheSameAndOnlyOnce() throws IOException {
        assertThat(watch.changed()).isFalse();
        Files.writeString(folder.resolve("51.yaml"), "two!");

        assertThat(watch.changed()).isFalse();
        assertThat(watch.changed()).isTrue();
        assertThat(watch.changed()).isFalse();
    }

    @Test
    void waitsWhileAFileIsStillBeingWritten() throws IOException {
        Files.writeString(folder.resolve("51.yaml"), "half a ");
        assertThat(watch.changed()).isFalse();
        Files.writeString(folder.resolve("51.yaml"), "half a profile, and more");
        assertThat(watch.changed()).isFalse();
        Files.writeString(folder.resolve("51.yaml"), "half a profile, and more, and now the other half");
        assertThat(watch.changed()).isFalse();

        assertThat(watch.changed()).isTrue();
    }

    @Test
    void seesFilesComeAndGo() throws IOException {
        Files.writeString(folder.resolve("44.yaml"), "new");
        assertThat(watch.changed()).isFalse();
        assertThat(watch.changed()).isTrue();

        Files.delete(folder.resolve("51.yaml"));
        assertThat(watch.changed()).isFalse();
        assertThat(watch.changed()).isTrue();
    }

    @Test
    void isNotFooledByATouchOrByFilesThatAreNoProfiles() throws IOException {
        Files.setLastModifiedTime(folder.resolve("51.yaml"), FileTime.fromMillis(1));
        Files.writeString(folder.resolve("51.yaml.swp"), "x");

        assertThat(watch.changed()).isFalse();
        assertThat(watch.changed()).isFalse();
    }

    @Test
    void seesAChangeOfTheSameLength() throws IOException {
        Files.writeString(folder.resolve("51.yaml"), "eno");
        Files.setLastModifiedTime(folder.resolve("51.yaml"), FileTime.fromMillis(1));

        assertThat(watch.changed()).isFalse();
        assertThat(watch.changed()).isTrue();
    }

    @Test
    void tellsOfAChangeThatWasTakenBackAfterItWasTold() throws IOException {
        Files.writeString(folder.resolve("51.yaml"), "two!");
        watch.changed();
        assertThat(watch.changed()).isTrue();
        Files.writeString(folder.resolve("51.yaml"), "one");
        Files.setLastModifiedTime(folder.resolve("51.yaml"), FileTime.fromMillis(1));

        assertThat(watch.changed()).isFalse();
        assertThat(watch.changed()).isTrue();
    }

    @Test
    void survivesAFolderThatGoes() throws IOException {
        Files.delete(folder.resolve("51.yaml"));
        Files.delete(folder);
        assertThat(watch.changed()).isFalse();
        assertThat(watch.changed()).isTrue();

        Files.createDirectory(folder);
        Files.writeString(folder.resolve("51.yaml"), "one");
        assertThat(watch.changed()).isFalse();
        assertThat(watch.changed()).isTrue();
    }
}
