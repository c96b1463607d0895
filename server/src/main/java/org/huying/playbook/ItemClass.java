package org.huying.playbook;

import java.util.Optional;

/// A class of the catalogue; `parent` is the class above it.
public record ItemClass(String key, Text name, Optional<String> parent) {}
