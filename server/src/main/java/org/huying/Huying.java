package org.huying;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The server. The command line starts it: `org.huying.cli.Main`.
@SpringBootApplication(
        proxyBeanMethods = false,
        nameGenerator =
                FullyQualifiedAnnotationBeanNameGenerator.class) // modules may use the same word
@ConfigurationPropertiesScan
@Modulithic(systemName = "Huying")
public class Huying {
    private Huying() {}
}
