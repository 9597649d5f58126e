package io.tongban.gateway.contribution.policy;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** {@code tongban.policies.*}. */
@ConfigMapping(prefix = "tongban.policies")
public interface PolicyConfig {
    /** With more policy files than the shipped ones; one of the same name takes the place of the shipped one. A {@code released.tsv} holds what must not change. */
    Optional<Path> folder();
}
