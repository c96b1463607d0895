package org.huying.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// `huying.web.*`.
///
/// @param maxBody the largest body that is not multipart
/// @param maxImport the same for addresses that end in `/import`
@ConfigurationProperties("huying.web")
record WebSettings(
        @DefaultValue("2MB") DataSize maxBody, @DefaultValue("21MB") DataSize maxImport) {}
