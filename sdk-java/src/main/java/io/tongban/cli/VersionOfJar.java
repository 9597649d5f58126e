package io.tongban.cli;

import io.tongban.sdk.internal.call.Version;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class VersionOfJar implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Version.USER_AGENT.replace("tongban-sdk-java/", "tongban ")};
    }
}
