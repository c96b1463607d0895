package org.huying.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// `huying.web.*`.
///
/// @param maxBody the largest body that is not multipart
@ConfigurationProperties("huying.web")
record WebSettings(@DefaultValue("2MB") DataSize maxBody) {}
