package org.huying.playbook.store;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param catalogues a folder with catalogue files that playbooks import
/// @param refresh how often this node looks for versions that others registered
@ConfigurationProperties("huying.playbook")
record PlaybookProperties(@Nullable Path catalogues, @DefaultValue("5s") Duration refresh) {}
