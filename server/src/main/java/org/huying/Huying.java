package org.huying;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/// The server and its command line: `./huying VERB …`.
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Modulithic(systemName = "Huying")
public class Huying {

    private Huying() {}

    public static void main(String[] arguments) {
        SpringApplication.run(Huying.class, arguments);
    }
}
